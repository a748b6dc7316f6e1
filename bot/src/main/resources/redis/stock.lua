-- How much waits, for the figures: in one step, and bounded, since it is asked every few seconds.
-- KEYS[1] is the prefix, ARGV the ways. Gives: the time here, when the first of what people sent came or '', how much of
-- it there is, how much was given up, how many of the notices in hand are in doubt, for each way when the first is due or
-- '', and the counts of the outbox.
local prefix = KEYS[1]
local MOST = 200
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local first, length = '', 0
for _, person in ipairs(redis.call('ZRANGE', prefix .. 'inbox:held', 0, MOST - 1)) do
  local arrivals = prefix .. 'arrivals:' .. person
  length = length + redis.call('XLEN', arrivals)
  local entry = redis.call('XRANGE', arrivals, '-', '+', 'COUNT', 1)[1]
  if entry then
    local came = tonumber(string.match(entry[1], '^%d+'))
    if first == '' or came < first then first = came end
  end
end

local doubt = 0
for _, member in ipairs(redis.call('ZRANGE', prefix .. 'outbox:under-way', 0, MOST - 1)) do
  local state = redis.call('HGET', prefix .. 'notice:' .. string.sub(member, 17), 'state')
  if state == 'uncertain' or state == 'looking' then doubt = doubt + 1 end
end

local told = { now, first, length, redis.call('XLEN', prefix .. 'inbox:dead'), doubt }
for _, way in ipairs(ARGV) do
  local due = ''
  for _, lane in ipairs({ 'urgent:', 'ordinary:' }) do
    local head = redis.call('ZRANGE', prefix .. 'outbox:' .. lane .. way, 0, 0, 'WITHSCORES')
    if head[2] and (due == '' or tonumber(head[2]) < due) then due = tonumber(head[2]) end
  end
  told[#told + 1] = due
end
for _, count in ipairs({ 'waiting', 'under-way', 'delivered', 'refused', 'waited:2', 'waited:10', 'waited:60',
  'waited:longer' }) do
  told[#told + 1] = redis.call('HGET', prefix .. 'outbox:counts', count) or '0'
end
for index, value in ipairs(told) do
  if type(value) == 'number' then told[index] = string.format('%.0f', value) end
end
return told
