-- ARGV: person.
local person = ARGV[1]
for _, member in ipairs(redis.call('ZRANGE', queue_key(person), 0, -1)) do
  local id = id_of(member)
  if redis.call('ZSCORE', UNDER_WAY, member) then
    redis.call('HDEL', notice_key(id), 'message')
  else
    redis.call('ZREM', queue_key(person), member)
    redis.call('DEL', notice_key(id))
    redis.call('HINCRBY', COUNTS, 'waiting', -1)
  end
end
redis.call('DEL', rest_key(person))
line_up(person)
for _, entry in ipairs(redis.call('XRANGE', REFUSED, '-', '+')) do
  for at = 1, #entry[2], 2 do
    if entry[2][at] == 'person' and entry[2][at + 1] == person then redis.call('XDEL', REFUSED, entry[1]) end
  end
end
