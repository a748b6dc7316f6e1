-- ARGV: nine values for each notice.
plan_all(1)
