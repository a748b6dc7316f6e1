-- The outbox's script stands in front. ARGV: version, plan, then nine values for each notice.
local version = tonumber(redis.call('HGET', prefix .. 'plan', 'version') or 0)
if tonumber(ARGV[1]) ~= version + 1 then return 0 end
redis.call('HSET', prefix .. 'plan', 'version', ARGV[1], 'plan', ARGV[2],
  'mark', table.concat(redis.call('TIME'), '.') .. ' ' .. ARGV[1])
plan_all(3)
return 1
