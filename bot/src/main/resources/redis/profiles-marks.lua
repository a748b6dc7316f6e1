-- KEYS[1]: all profiles. ARGV: the digest that is known. Gives nothing when it is still that one; else the digest, and
-- for each person who they are and a mark of what their profile says.
local all = redis.call('HGETALL', KEYS[1])
local lines, given = {}, { '' }
for at = 1, #all, 2 do
  local mark = redis.sha1hex(all[at + 1])
  given[#given + 1] = all[at]
  given[#given + 1] = mark
  lines[#lines + 1] = all[at] .. ' ' .. mark
end
table.sort(lines)
given[1] = redis.sha1hex(table.concat(lines, '\n'))
if given[1] == ARGV[1] then return false end
return given
