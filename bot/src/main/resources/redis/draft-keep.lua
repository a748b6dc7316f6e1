-- KEYS[1]: the prefix. ARGV: draft, lifetime in seconds. Gives the draft's number.
local number = redis.call('INCR', KEYS[1] .. 'rounds')
redis.call('SET', KEYS[1] .. 'round:' .. number, ARGV[1], 'EX', ARGV[2])
return number
