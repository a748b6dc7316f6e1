package coffeebreak.matching;

/// Two people who may sit together, in either order; whoever is not listed with somebody does not sit with them.
///
/// @param affinity how much the two have to say to each other, 0 to 1
public record PeerPair(String one, String other, double affinity) {}
