-- ARGV: lease in milliseconds, how many people at most. Gives the first arrival of each whom nobody serves any more.
local taken = {}
for _, person in ipairs(redis.call('ZRANGEBYSCORE', HELD, '-inf', now(), 'LIMIT', 0, ARGV[2])) do
  local hold = take(person, ARGV[1])
  if hold then taken[#taken + 1] = hold end
end
return taken
