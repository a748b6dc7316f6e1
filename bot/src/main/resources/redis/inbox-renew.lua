-- ARGV: lease in milliseconds, then a person and a hold for each that is still worked.
local ends = now() + ARGV[1]
for at = 2, #ARGV, 2 do
  if holds(ARGV[at], ARGV[at + 1]) then redis.call('ZADD', HELD, 'XX', ends, ARGV[at]) end
end
return redis.status_reply('OK')
