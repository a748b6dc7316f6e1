-- What all scripts of the outbox share; put in front of each of them.
-- KEYS[1] is the prefix of all keys of one workspace and event (its hash tag keeps them in one slot).
-- Times are milliseconds: "now", "due", "ready" by the clock that is handed in, leases by the server's own.

local prefix = KEYS[1]
local COUNTS = prefix .. 'outbox:counts'
local HEADS = prefix .. 'outbox:heads'
local UNDER_WAY = prefix .. 'outbox:under-way'
local PACE = prefix .. 'outbox:pace'
local REFUSED = prefix .. 'outbox:refused'
-- Each way into the chat has limits of its own, so it has a pace, a pause and lanes of its own.
local WAYS = { 'post', 'edit', 'group' }
local LANES = { URGENT = {}, ORDINARY = {} }
for _, way in ipairs(WAYS) do
  LANES.URGENT[way] = prefix .. 'outbox:urgent:' .. way
  LANES.ORDINARY[way] = prefix .. 'outbox:ordinary:' .. way
end
LANES.OPTIONAL = LANES.ORDINARY
local MONTH = 30 * 24 * 3600

local function notice_key(id) return prefix .. 'notice:' .. id end
local function queue_key(person) return prefix .. 'queue:' .. person end
local function rest_key(person) return prefix .. 'rest:' .. person end
local function whole(number) return string.format('%.0f', number) end
local function server_time()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- A member is the order of planning in 16 digits and the notice's id: equal scores keep the order of planning.
local function id_of(member) return string.sub(member, 17) end

local function field(id, name) return redis.call('HGET', notice_key(id), name) or nil end

local function way_of(id)
  local notice = redis.call('HMGET', notice_key(id), 'edits', 'with')
  return (notice[1] or '') ~= '' and 'edit' or (notice[2] or '') ~= '' and 'group' or 'post'
end

local function lane_of(id) return LANES[field(id, 'urgency')][way_of(id)] end

local function paused_until(way) return tonumber(redis.call('HGET', PACE, way .. ':paused') or 0) end

-- When the next may leave this way, as its pace has it and no pause.
local function free_at(way, interval, burst)
  local paced = tonumber(redis.call('HGET', PACE, way .. ':following') or 0) - (burst - 1) * interval
  return math.max(paced, paused_until(way))
end

-- Puts a person's first notice into its lane, unless one of theirs is under way.
local function line_up(person)
  local head = redis.call('HGET', HEADS, person)
  if head and redis.call('ZSCORE', UNDER_WAY, head) then return end
  local first = redis.call('ZRANGE', queue_key(person), 0, 0, 'WITHSCORES')
  if head and head ~= first[1] then
    for _, way in ipairs(WAYS) do
      redis.call('ZREM', LANES.URGENT[way], head)
      redis.call('ZREM', LANES.ORDINARY[way], head)
    end
  end
  if not first[1] then
    redis.call('HDEL', HEADS, person)
    return
  end
  local id = id_of(first[1])
  local ready = math.max(
    tonumber(first[2]),
    tonumber(field(id, 'ready') or 0),
    tonumber(redis.call('GET', rest_key(person)) or 0))
  redis.call('HSET', HEADS, person, first[1])
  redis.call('ZADD', lane_of(id), whole(ready), first[1])
end

-- Ends a notice: its text and recipient are erased, its outcome is kept for a month.
local function finish(id, state)
  local notice = redis.call('HMGET', notice_key(id), 'person', 'member', 'state')
  local person, member = notice[1], notice[2]
  redis.call('ZREM', UNDER_WAY, member)
  redis.call('ZREM', lane_of(id), member)
  redis.call('ZREM', queue_key(person), member)
  if redis.call('HGET', HEADS, person) == member then redis.call('HDEL', HEADS, person) end
  redis.call('HINCRBY', COUNTS, notice[3] == 'waiting' and 'waiting' or 'under-way', -1)
  if state ~= 'dropped' then redis.call('HINCRBY', COUNTS, state, 1) end
  redis.call('HSET', notice_key(id), 'state', state)
  redis.call('HDEL', notice_key(id), 'message', 'person', 'with', 'expires', 'due', 'urgency', 'member', 'ready')
  redis.call('EXPIRE', notice_key(id), MONTH)
  line_up(person)
end

-- Counts how long a notice waited from when it was due until it left, as far as its outcome is known; in milliseconds.
local function count_wait(id)
  local times = redis.call('HMGET', notice_key(id), 'since', 'due')
  if not times[1] or not times[2] or times[2] == '0' then return end
  local waited = tonumber(times[1]) - tonumber(times[2])
  local within = (waited <= 2000 and '2') or (waited <= 10000 and '10') or (waited <= 60000 and '60') or 'longer'
  redis.call('HINCRBY', COUNTS, 'waited:' .. within, 1)
end

-- What was for several in one conversation was an addition: nobody misses it, so nobody is listed as not reached.
local function refuse(id, reason)
  if (field(id, 'with') or '') ~= '' then return finish(id, 'dropped') end
  redis.call('XADD', REFUSED, 'MAXLEN', '~', 1000, '*', 'notice', id, 'person', field(id, 'person'), 'reason', reason)
  redis.call('EXPIRE', REFUSED, MONTH)
  finish(id, 'refused')
end

-- Whether the claim with this attempt is the current one; a notice that was taken back meanwhile ends here.
local function is_current(id, attempt)
  local notice = redis.call('HMGET', notice_key(id), 'state', 'attempt')
  return (notice[1] == 'sending' or notice[1] == 'looking') and notice[2] == attempt
end

local function was_taken_back(id)
  if redis.call('HEXISTS', notice_key(id), 'message') == 1 then return false end
  finish(id, 'dropped')
  return true
end

-- Which notice carried the text of this one into the chat: an edit may have been merged into an earlier notice.
local function carrier_of(id)
  for _ = 1, 8 do
    local carrier = field(id, 'carrier')
    if not carrier then break end
    id = carrier
  end
  return id
end

-- Where the message of a notice stands; twice '' where it stands nowhere.
local function posted(id)
  local place = redis.call('HMGET', notice_key(carrier_of(id)), 'channel', 'ts')
  return place[1] or '', place[2] or ''
end

-- Hands a notice out, as 'sending' or 'looking'. Intervals: the time between two that leave the same way.
local function claim(id, state, now, lease, intervals)
  local key = notice_key(id)
  local member, before = field(id, 'member'), field(id, 'state')
  if before == 'waiting' then
    redis.call('ZREM', lane_of(id), member)
    redis.call('HINCRBY', COUNTS, 'waiting', -1)
    redis.call('HINCRBY', COUNTS, 'under-way', 1)
  end
  if state == 'sending' then
    local way = way_of(id)
    local following = tonumber(redis.call('HGET', PACE, way .. ':following') or 0)
    redis.call('HSET', PACE, way .. ':following', whole(math.max(following, now) + intervals[way]))
    redis.call('HINCRBY', key, 'sends', 1)
  end
  redis.call('HSETNX', key, 'since', whole(now))
  redis.call('HSET', key, 'state', state)
  redis.call('HINCRBY', key, 'attempt', 1)
  redis.call('ZADD', UNDER_WAY, whole(server_time() + lease), member)
  local notice = redis.call('HMGET', key,
    'person', 'message', 'due', 'urgency', 'expires', 'edits', 'attempt', 'sends', 'looks', 'since', 'with')
  local channel, ts = '', ''
  if notice[6] ~= '' then channel, ts = posted(notice[6]) end
  return { state, id, notice[1], notice[2], notice[3], notice[4], notice[5], notice[6], notice[7], notice[8],
    notice[9] or '0', notice[10], channel, ts, notice[11] or '' }
end

-- Whether it waits and surely was never delivered, also where the chat refused an attempt for its rate.
local function is_unsent(id)
  return id and field(id, 'state') == 'waiting' and not field(id, 'since')
end

-- Ends an earlier notice that surely was not delivered. Gives whether it has ended, now or before, without a message.
local function take_back(id)
  if is_unsent(id) then
    finish(id, 'dropped')
    return true
  end
  local state = field(id, 'state')
  return not state or state == 'dropped' or state == 'refused'
end

-- Owes one notice; "takes" is set where it takes the notice back that it would edit.
local function plan(id, person, message, due, urgency, expires, edits, takes, with)
  local key = notice_key(id)
  if redis.call('EXISTS', key) == 1 then return end
  if takes ~= '' and take_back(edits) then
    redis.call('HSET', key, 'state', 'dropped')
    redis.call('EXPIRE', key, MONTH)
    return
  end
  if edits ~= '' and redis.call('EXISTS', notice_key(edits)) == 1 then
    local latest = field(edits, 'edit')
    local carrier = (is_unsent(edits) and edits) or (is_unsent(latest) and latest)
    if carrier then
      redis.call('HSET', notice_key(carrier), 'message', message)
      redis.call('HSET', key, 'state', 'merged', 'carrier', carrier)
      redis.call('EXPIRE', key, MONTH)
      return
    end
    redis.call('HSET', notice_key(edits), 'edit', id)
  end
  local member = string.format('%016.0f', redis.call('HINCRBY', COUNTS, 'planned', 1)) .. id
  redis.call('HSET', key, 'state', 'waiting', 'person', person, 'message', message, 'due', due, 'urgency', urgency,
    'expires', expires, 'edits', edits, 'with', with, 'member', member, 'attempt', 0, 'sends', 0)
  redis.call('ZADD', queue_key(person), due, member)
  redis.call('HINCRBY', COUNTS, 'waiting', 1)
  line_up(person)
end

-- Owes all notices written from ARGV[first] on, nine values each.
local function plan_all(first)
  for at = first, #ARGV - 8, 9 do plan(unpack(ARGV, at, at + 8)) end
end
