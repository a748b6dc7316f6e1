-- ARGV: person, arrival, digest of the message it is or '', lease and lifetime of what is seen in milliseconds, the
-- last moment at which it may be admitted or '', digests of its ids. Gives the time here, what became of it, and, where
-- nobody works what this person sent, the first of it.
local person, arrival, written, lease, lifetime, latest = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local at = now()
if latest ~= '' and at > tonumber(latest) then return {tostring(at), 'late'} end
local first = true
for id = 7, #ARGV do
  if not redis.call('SET', prefix .. 'seen:' .. ARGV[id], '1', 'NX', 'PX', lifetime) then first = false end
end
if not first then return {tostring(at), 'repeated'} end
redis.call('XADD', arrivals(person), '*', 'arrival', arrival, 'written', written)
local free = redis.call('ZSCORE', HELD, person)
if free and tonumber(free) > at then return {tostring(at), 'behind'} end
return {tostring(at), 'held', take(person, lease)}
