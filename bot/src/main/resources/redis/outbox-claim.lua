-- ARGV: now, lease, interval, burst. Gives a claim, or {'idle', when to ask again or ''}.
local now, lease, interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

-- The clock was set back: waits counted on it are void, and what was due stays due. What was planned in the minute
-- after it was last seen counts as due.
local latest = tonumber(redis.call('HGET', PACE, 'latest') or now)
if now < latest - 60000 then
  redis.call('DEL', PACE)
  for _, person in ipairs(redis.call('HKEYS', HEADS)) do
    redis.call('DEL', rest_key(person))
    for _, member in ipairs(redis.call('ZRANGE', queue_key(person), 0, -1)) do
      redis.call('HDEL', notice_key(id_of(member)), 'ready')
    end
    for _, member in ipairs(redis.call('ZRANGEBYSCORE', queue_key(person), '(' .. whole(now), whole(latest + 60000))) do
      redis.call('ZADD', queue_key(person), whole(now), member)
    end
    line_up(person)
  end
end
redis.call('HSET', PACE, 'latest', whole(now))

local paused = tonumber(redis.call('HGET', PACE, 'paused') or 0)
if paused > now then return { 'idle', whole(paused) } end

-- What an earlier attempt left in doubt.
local time = whole(server_time())
while true do
  local member = redis.call('ZRANGEBYSCORE', UNDER_WAY, '-inf', time, 'LIMIT', 0, 1)[1]
  if not member then break end
  if not was_taken_back(id_of(member)) then return claim(id_of(member), 'looking', now, lease, interval) end
end

local free = tonumber(redis.call('HGET', PACE, 'following') or 0) - (burst - 1) * interval
if free > now then return { 'idle', whole(free) } end

for _, lane in ipairs({ LANES.URGENT, LANES.ORDINARY }) do
  while true do
    local member = redis.call('ZRANGEBYSCORE', lane, '-inf', whole(now), 'LIMIT', 0, 1)[1]
    if not member then break end
    local expires = field(id_of(member), 'expires')
    if expires ~= '' and tonumber(expires) <= now then
      refuse(id_of(member), 'expired')
    else
      return claim(id_of(member), 'sending', now, lease, interval)
    end
  end
end

local soonest = ''
for _, lane in ipairs({ LANES.URGENT, LANES.ORDINARY }) do
  local ready = redis.call('ZRANGE', lane, 0, 0, 'WITHSCORES')[2]
  if ready and (soonest == '' or tonumber(ready) < tonumber(soonest)) then soonest = ready end
end
return { 'idle', soonest }
