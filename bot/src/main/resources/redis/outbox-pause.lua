-- ARGV: way, until.
local paused = ARGV[1] .. ':paused'
if tonumber(ARGV[2]) > tonumber(redis.call('HGET', PACE, paused) or 0) then
  redis.call('HSET', PACE, paused, ARGV[2])
end
