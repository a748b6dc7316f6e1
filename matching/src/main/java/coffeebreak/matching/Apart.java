package coffeebreak.matching;

/// Two mentees who must not share a table, in either order.
public record Apart(String one, String other) {}
