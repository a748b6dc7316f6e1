package coffeebreak.matching;

/// Two people who have sat together before and need not again, in either order.
public record Met(String one, String other) {}
