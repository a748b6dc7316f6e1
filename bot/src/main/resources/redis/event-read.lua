-- Reads some keys of an event as they are. KEYS[1] is the prefix, ARGV the names behind it.
-- For each: name, type, when it ends in milliseconds of this server or '', a stream's last id or '', and its values.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Exact where the server can say it (7.0 and newer).
local function ends(key)
  local left = redis.call('PTTL', key)
  if left < 0 then return '' end
  local exact = redis.pcall('PEXPIRETIME', key)
  return string.format('%.0f', type(exact) == 'number' and exact or now + left)
end

local read = {
  string = function(key) return { redis.call('GET', key) } end,
  hash = function(key) return redis.call('HGETALL', key) end,
  set = function(key) return redis.call('SMEMBERS', key) end,
  zset = function(key) return redis.call('ZRANGE', key, 0, -1, 'WITHSCORES') end,
  list = function(key) return redis.call('LRANGE', key, 0, -1) end,
  stream = function(key) return redis.call('XRANGE', key, '-', '+') end,
}

local function last_of(key)
  local told, last = redis.call('XINFO', 'STREAM', key), ''
  for index = 1, #told, 2 do
    if told[index] == 'last-generated-id' then last = told[index + 1] end
    -- Nothing of ours reads by groups; what cannot be written again must not be left out in silence.
    if told[index] == 'groups' and told[index + 1] > 0 then return nil end
  end
  return last
end

local found = {}
for _, name in ipairs(ARGV) do
  local key = KEYS[1] .. name
  local kind = redis.call('TYPE', key).ok
  if kind ~= 'none' then
    if not read[kind] then return redis.error_reply('UNKNOWN ' .. name .. ' is a ' .. kind) end
    local last = ''
    if kind == 'stream' then
      last = last_of(key)
      if not last then return redis.error_reply('UNKNOWN ' .. name .. ' is a stream read by groups') end
    end
    found[#found + 1] = { name, kind, ends(key), last, read[kind](key) }
  end
end
return found
