-- ARGV: now, then the ids of notices. Gives how many of them are delivered, refused, due, and to leave later.
local now = tonumber(ARGV[1])
local delivered, refused, due, later = 0, 0, 0, 0
for at = 2, #ARGV do
  local notice = redis.call('HMGET', notice_key(ARGV[at]), 'state', 'due')
  local state = notice[1]
  if state == 'delivered' then delivered = delivered + 1
  elseif state == 'refused' then refused = refused + 1
  elseif state == 'waiting' and tonumber(notice[2]) > now then later = later + 1
  elseif state == 'waiting' or state == 'sending' or state == 'looking' or state == 'uncertain' then due = due + 1
  end
end
return { delivered, refused, due, later }
