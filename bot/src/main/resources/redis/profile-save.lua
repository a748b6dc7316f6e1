-- KEYS[1]: all profiles. ARGV: person, version, profile. A value is its version, a space and the profile.
local stored = redis.call('HGET', KEYS[1], ARGV[1])
local version = stored and tonumber(string.match(stored, '^%d+')) or 0
if tonumber(ARGV[2]) ~= version + 1 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
return 1
