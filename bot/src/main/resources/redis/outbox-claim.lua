-- ARGV: now, lease, then interval and burst of each way. Gives a claim, or {'idle', when to ask again or ''}.
local now, lease = tonumber(ARGV[1]), tonumber(ARGV[2])
local intervals, bursts = {}, {}
for at, way in ipairs(WAYS) do
  intervals[way], bursts[way] = tonumber(ARGV[1 + 2 * at]), tonumber(ARGV[2 + 2 * at])
end

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

-- What an earlier attempt left in doubt. Looking leads to sending, so not while that is paused.
local resumes = ''
local function sooner(moment)
  if resumes == '' or tonumber(moment) < tonumber(resumes) then resumes = moment end
end
for _, member in ipairs(redis.call('ZRANGEBYSCORE', UNDER_WAY, '-inf', whole(server_time()))) do
  local id = id_of(member)
  local paused = paused_until(way_of(id))
  if paused > now then
    sooner(whole(paused))
  elseif not was_taken_back(id) then
    return claim(id, 'looking', now, lease, intervals)
  end
end

-- Urgent before ordinary; what has to wait for its way lets the others pass.
for _, urgency in ipairs({ 'URGENT', 'ORDINARY' }) do
  for _, way in ipairs(WAYS) do
    local lane, free = LANES[urgency][way], free_at(way, intervals[way], bursts[way])
    while free <= now do
      local member = redis.call('ZRANGEBYSCORE', lane, '-inf', whole(now), 'LIMIT', 0, 1)[1]
      if not member then break end
      local expires = field(id_of(member), 'expires')
      if expires ~= '' and tonumber(expires) <= now then
        refuse(id_of(member), 'expired')
      else
        return claim(id_of(member), 'sending', now, lease, intervals)
      end
    end
    local ready = redis.call('ZRANGE', lane, 0, 0, 'WITHSCORES')[2]
    if ready then sooner(whole(math.max(tonumber(ready), free))) end
  end
end
return { 'idle', resumes }
