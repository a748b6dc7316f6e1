package coffeebreak.bot.fuzz;

import java.util.List;

/// Something that must hold whatever comes in. Lives beside what it tries, has a public constructor without parameters,
/// and keeps nothing from one input to the next.
public interface Target {

    /// What the fuzzer begins with, in the project's own words; also what once was a finding.
    List<byte[]> seeds();

    /// @throws AssertionError where it does not hold; any other exception is a finding as well
    void holds(byte[] input) throws Exception;

    /// Whether it may connect to Slack's address; else each connection is a finding.
    default boolean connects() {
        return false;
    }

    /// The longest input that is tried, in bytes.
    default int longest() {
        return 2_048;
    }
}
