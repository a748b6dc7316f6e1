-- ARGV: id, attempt, until.
local id = ARGV[1]
if not is_current(id, ARGV[2]) or was_taken_back(id) then return end
redis.call('ZREM', UNDER_WAY, field(id, 'member'))
redis.call('HSET', notice_key(id), 'state', 'waiting', 'ready', ARGV[3])
if (field(id, 'looks') or '0') == '0' then redis.call('HDEL', notice_key(id), 'since') end
redis.call('HINCRBY', COUNTS, 'under-way', -1)
redis.call('HINCRBY', COUNTS, 'waiting', 1)
line_up(field(id, 'person'))
