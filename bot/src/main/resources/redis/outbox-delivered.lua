-- ARGV: id, attempt, channel, ts, when the person may get the next one.
local id = ARGV[1]
local state = field(id, 'state')
-- From an older claim it is news as well, as long as nobody has begun to send again.
if state == 'looking' or state == 'uncertain' or (state == 'sending' and field(id, 'attempt') == ARGV[2]) then
  redis.call('SET', rest_key(field(id, 'person')), ARGV[5], 'EX', 60)
  redis.call('HSET', notice_key(id), 'channel', ARGV[3], 'ts', ARGV[4])
  local edits = field(id, 'edits')
  if edits ~= '' then
    -- The earlier notice never arrived, and this one stands in for it: later edits go here.
    local earlier = carrier_of(edits)
    local before = field(earlier, 'state')
    if not before or before == 'refused' or before == 'dropped' then
      redis.call('HSET', notice_key(earlier), 'state', 'refused', 'channel', ARGV[3], 'ts', ARGV[4])
      redis.call('EXPIRE', notice_key(earlier), MONTH)
    end
  end
  count_wait(id)
  finish(id, 'delivered')
end
