-- Writes keys of an event aside, where nobody looks: they last until event-put-in-place, or an hour.
-- KEYS[1] is the prefix; ARGV for each: name, type, a stream's last id or '', how many values, and these. What a
-- stream's entry holds follows its id and their number.
local HOUR = 3600 * 1000
local at = 1
local function next_argument()
  at = at + 1
  return ARGV[at - 1]
end
local function pairs_of(count, write)
  for _ = 1, count, 2 do
    local first = next_argument()
    write(first, next_argument())
  end
end
local function singles_of(count, write)
  for _ = 1, count do write(next_argument()) end
end

local write = {
  string = function(key) redis.call('SET', key, next_argument()) end,
  hash = function(key, count) pairs_of(count, function(f, v) redis.call('HSET', key, f, v) end) end,
  set = function(key, count) singles_of(count, function(m) redis.call('SADD', key, m) end) end,
  zset = function(key, count) pairs_of(count, function(m, s) redis.call('ZADD', key, s, m) end) end,
  list = function(key, count) singles_of(count, function(v) redis.call('RPUSH', key, v) end) end,
  stream = function(key, count, last)
    for _ = 1, count do
      local entry = { next_argument() }
      for _ = 1, tonumber(next_argument()) do entry[#entry + 1] = next_argument() end
      redis.call('XADD', key, unpack(entry))
    end
    if count == 0 then
      redis.call('XADD', key, last, 'nothing', '')
      redis.call('XDEL', key, last)
    else
      redis.call('XSETID', key, last)
    end
  end,
}

while at <= #ARGV do
  local name, kind, last, count = next_argument(), next_argument(), next_argument(), tonumber(next_argument())
  local key = KEYS[1] .. 'importing:' .. name
  redis.call('DEL', key)
  write[kind](key, count, last)
  redis.call('PEXPIRE', key, HOUR)
end
