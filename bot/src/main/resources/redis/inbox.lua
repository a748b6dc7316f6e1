-- What came in and is not worked yet: the functions of the inbox' scripts. KEYS[1] is the prefix of all keys.
--
-- arrivals:<person>  stream: what a person sent, in its order, until it is worked
-- inbox:held         sorted set: person -> when anybody may take what they sent, in milliseconds of this server: the
--                    end of a lease, or of the pause before the next try
-- inbox:holds        hash: person -> number of the hold under which the first of it is worked
-- inbox:tries        hash: person -> how often the first of it was begun
-- inbox:last         string: number of the latest hold
-- inbox:dead         stream: what was given up
local prefix = KEYS[1]
local HELD, HOLDS, TRIES = prefix .. 'inbox:held', prefix .. 'inbox:holds', prefix .. 'inbox:tries'

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function arrivals(person)
  return prefix .. 'arrivals:' .. person
end

-- Whether a hold is still the latest one; it is not when its lease was over and somebody took it.
local function holds(person, hold)
  return redis.call('HGET', HOLDS, person) == hold
end

-- The first of what a person sent, under a new hold; nothing when all of it is worked.
local function take(person, lease)
  local entry = redis.call('XRANGE', arrivals(person), '-', '+', 'COUNT', 1)[1]
  if not entry then
    redis.call('DEL', arrivals(person))
    redis.call('ZREM', HELD, person)
    redis.call('HDEL', HOLDS, person)
    redis.call('HDEL', TRIES, person)
    return false
  end
  local hold = redis.call('INCR', prefix .. 'inbox:last')
  redis.call('HSET', HOLDS, person, hold)
  redis.call('ZADD', HELD, now() + lease, person)
  local written = entry[2][4]
  local gone = written ~= '' and redis.call('GET', prefix .. 'seen:' .. written) == 'deleted'
  return {person, tostring(hold), tostring(redis.call('HINCRBY', TRIES, person, 1)), entry[1], gone and 'deleted' or '',
    entry[2][2]}
end

-- Takes one of a person's arrivals out, the one that is worked.
local function remove(person, entry)
  redis.call('XDEL', arrivals(person), entry)
  redis.call('HDEL', TRIES, person)
end
