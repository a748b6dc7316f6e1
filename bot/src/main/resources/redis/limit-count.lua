-- KEYS: a counter. ARGV: its lifetime in seconds, from its first use. Gives how often it was used, this time included.
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return count
