-- ARGV: seven values for each notice.
plan_all(1)
