package coffeebreak.bot.organizing;

import java.util.List;

/// A picture of figures. Its title says what to see in it, for those who cannot see it as well.
public sealed interface Chart {

    String title();

    /// One bar for each row, the first on top.
    ///
    /// @param axis what the length of a bar is
    /// @param most where the axis ends
    record Bars(String title, String axis, double most, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// @param label beside the bar; says its value in figures as well
    record Bar(String label, double value) {}

    /// How values from 0 to 1 are spread, for several sets of them beside each other.
    ///
    /// @param axis what the values are
    record Spread(String title, String axis, List<Values> sets) implements Chart {
        public Spread {
            sets = List.copyOf(sets);
        }
    }

    /// One set, in no order.
    record Values(String name, List<Double> values) {
        public Values {
            values = List.copyOf(values);
        }
    }
}
