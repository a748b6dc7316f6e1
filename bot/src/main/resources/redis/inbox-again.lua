-- Puts everything that was given up behind what its people sent since. Gives how many.
local dead = redis.call('XRANGE', prefix .. 'inbox:dead', '-', '+')
for _, letter in ipairs(dead) do
  local person = letter[2][2]
  redis.call('XADD', arrivals(person), '*', 'arrival', letter[2][4], 'written', letter[2][6])
  redis.call('ZADD', HELD, 'NX', now(), person)
end
redis.call('DEL', prefix .. 'inbox:dead')
return #dead
