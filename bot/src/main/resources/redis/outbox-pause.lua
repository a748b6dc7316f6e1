-- ARGV: until.
if tonumber(ARGV[1]) > tonumber(redis.call('HGET', PACE, 'paused') or 0) then
  redis.call('HSET', PACE, 'paused', ARGV[1])
end
