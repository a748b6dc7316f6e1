-- KEYS: counters. ARGV: for each its limit and its lifetime in seconds, from its first use.
-- Takes one from each of them and gives 1, or takes none and gives 0 when one is used up.
for index, key in ipairs(KEYS) do
  if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[2 * index - 1]) then return 0 end
end
for index, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then redis.call('EXPIRE', key, ARGV[2 * index]) end
end
return 1
