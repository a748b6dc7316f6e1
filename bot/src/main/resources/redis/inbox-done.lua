-- ARGV: person, hold, entry. What it was to change is changed; the person stays held. Gives 0 when somebody took over.
if not holds(ARGV[1], ARGV[2]) then return 0 end
remove(ARGV[1], ARGV[3])
return 1
