-- ARGV: id, attempt, looks in vain, milliseconds until the next look by the server's clock.
local id = ARGV[1]
if not is_current(id, ARGV[2]) or was_taken_back(id) then return end
redis.call('HSET', notice_key(id), 'state', 'uncertain', 'looks', ARGV[3])
redis.call('ZADD', UNDER_WAY, whole(server_time() + tonumber(ARGV[4])), field(id, 'member'))
