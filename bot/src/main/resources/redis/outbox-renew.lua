-- ARGV: id, attempt, now, lease, interval of its way. Gives a claim that may send, or nothing.
local id = ARGV[1]
if not is_current(id, ARGV[2]) or was_taken_back(id) then return false end
return claim(id, 'sending', tonumber(ARGV[3]), tonumber(ARGV[4]), { [way_of(id)] = tonumber(ARGV[5]) })
