-- KEYS[1]: whose turn it is. ARGV: the turn, its lifetime in seconds. Gives nothing, or whose turn it is instead.
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return false end
return redis.call('GET', KEYS[1])
