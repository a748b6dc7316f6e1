-- ARGV: person, hold, pause in milliseconds, 'counts' if it was a try. Lets go of it, to be taken after the pause.
if not holds(ARGV[1], ARGV[2]) then return 0 end
redis.call('HDEL', HOLDS, ARGV[1])
if ARGV[4] ~= 'counts' then redis.call('HINCRBY', TRIES, ARGV[1], -1) end
redis.call('ZADD', HELD, now() + ARGV[3], ARGV[1])
return 1
