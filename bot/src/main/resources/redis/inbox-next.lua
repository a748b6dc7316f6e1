-- ARGV: person, hold, lease in milliseconds. Gives what the person sent next, or lets go of them.
if not holds(ARGV[1], ARGV[2]) then return false end
return take(ARGV[1], ARGV[3])
