-- ARGV: person, hold, entry, reason, how many are kept. The person stays held. Gives 0 when somebody took over.
if not holds(ARGV[1], ARGV[2]) then return 0 end
local entry = redis.call('XRANGE', arrivals(ARGV[1]), ARGV[3], ARGV[3])[1]
if entry then
  redis.call('XADD', prefix .. 'inbox:dead', 'MAXLEN', ARGV[5], '*', 'person', ARGV[1], 'arrival', entry[2][2],
    'written', entry[2][4], 'reason', ARGV[4])
end
remove(ARGV[1], ARGV[3])
return 1
