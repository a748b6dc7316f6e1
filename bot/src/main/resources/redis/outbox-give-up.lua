-- ARGV: id, attempt, reason.
if is_current(ARGV[1], ARGV[2]) then refuse(ARGV[1], ARGV[3]) end
