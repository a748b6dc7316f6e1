-- KEYS[1]: all profiles, KEYS[2]: the vectors of their texts. ARGV: person.
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1
