-- ARGV: id, attempt, now, lease, interval. Gives a claim that may send, or nothing.
local id = ARGV[1]
if not is_current(id, ARGV[2]) or was_taken_back(id) then return false end
return claim(id, 'sending', tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]))
