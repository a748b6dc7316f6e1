-- KEYS: one for each id of an arrival. ARGV: lifetime in seconds. Gives 1 when none of them was there.
local first = 1
for _, key in ipairs(KEYS) do
  if not redis.call('SET', key, '1', 'NX', 'EX', ARGV[1]) then first = 0 end
end
return first
