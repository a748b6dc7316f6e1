-- KEYS[1]: all profiles, KEYS[2]: the vectors of their texts. ARGV: person, version, vectors.
-- Only for a profile that stands in this version: who has left leaves nothing behind.
local stored = redis.call('HGET', KEYS[1], ARGV[1])
if not stored or string.match(stored, '^%d+') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
return 1
