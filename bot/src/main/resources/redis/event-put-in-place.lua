-- In one step: what was there goes, and what event-write left aside takes its place.
-- KEYS[1] is the prefix; ARGV: the mark of whoever does it, how many keys go, their names, and for each that comes its
-- name and when it ends in milliseconds, or ''. Answers how many came; 0, with nothing
-- changed, when somebody else has the event by now.
if redis.call('GET', KEYS[1] .. 'moving') ~= ARGV[1] then return 0 end
local going = tonumber(ARGV[2])
-- All of it or nothing: one that has gone meanwhile would be missing for good.
for index = 3 + going, #ARGV, 2 do
  if redis.call('EXISTS', KEYS[1] .. 'importing:' .. ARGV[index]) == 0 then
    return 0
  end
end
for index = 3, 2 + going do
  redis.call('DEL', KEYS[1] .. ARGV[index])
end
local came = 0
for index = 3 + going, #ARGV, 2 do
  local key = KEYS[1] .. ARGV[index]
  redis.call('RENAME', KEYS[1] .. 'importing:' .. ARGV[index], key)
  if ARGV[index + 1] == '' then
    redis.call('PERSIST', key)
  else
    redis.call('PEXPIREAT', key, ARGV[index + 1])
  end
  came = came + 1
end
return came
