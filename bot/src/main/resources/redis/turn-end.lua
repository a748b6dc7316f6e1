-- KEYS[1]: whose turn it is. ARGV: the turn that ends.
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
