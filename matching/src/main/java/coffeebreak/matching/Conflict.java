package coffeebreak.matching;

/// A mentee and a mentor who must not meet at a table: supervisor and student, say, or two who have met before.
public record Conflict(String mentee, String mentor) {}
