package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The dashboard and the alerts as they lie there. That every expression means something is seen in [ObservedDayIT].
final class ObserveTest {

    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @Test
    void everyAlertSaysWhatItMeansAndLeadsToASectionOfTheRunbook() throws IOException {
        var sections = HEADING.matcher(Shipped.text("RUNBOOK.md"))
                .results()
                .map(heading -> "RUNBOOK.md#" + anchor(heading.group(1)))
                .toList();

        assertThat(Observed.alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.path("annotations").path("summary").asString("")).isNotEmpty();
            assertThat(alert.path("labels").path("severity").asString("")).isIn("page", "warn");
            assertThat(sections)
                    .contains(alert.path("annotations").path("runbook").asString(""));
        });
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    @Test
    void forEveryAlertThereIsACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
        var cases = WorkspaceClient.list(
                        Shipped.yaml("observe/alerts-test.yaml").path("tests"))
                .stream()
                .map(test -> test.path("alert_rule_test").path(0))
                .collect(Collectors.partitioningBy(
                        test -> test.path("exp_alerts").isEmpty(),
                        Collectors.mapping(test -> test.path("alertname").asString(), Collectors.toSet())));

        var names = Observed.conditions().keySet();
        assertThat(cases.get(false)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(cases.get(true)).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void prometheusTakesTheAlertsAndEveryCaseComesOutAsWritten() throws Exception {
        var promtool = Observed.program("promtool");
        assumeTrue(promtool.isPresent(), "promtool is not installed (Debian: prometheus)");

        var checked =
                Run.of(Map.of(), List.of(promtool.get().toString(), "check", "rules", Observed.ALERTS.toString()));
        assertThat(checked.status()).as(checked.said()).isZero();
        var tested =
                Run.of(Map.of(), List.of(promtool.get().toString(), "test", "rules", Observed.ALERTS_TEST.toString()));
        assertThat(tested.status()).as(tested.said()).isZero();
    }

    @Test
    void thePanelsOfTheDashboardLieBesideEachOtherAndEachHasAQuery() throws IOException {
        var taken = new boolean[200][24];
        for (var panel : Observed.dashboard().path("panels")) {
            var place = panel.path("gridPos");
            for (int y = place.path("y").asInt();
                    y < place.path("y").asInt() + place.path("h").asInt();
                    y++) {
                for (int x = place.path("x").asInt();
                        x < place.path("x").asInt() + place.path("w").asInt();
                        x++) {
                    assertThat(taken[y][x])
                            .as("%s at %d, %d", panel.path("title"), x, y)
                            .isFalse();
                    taken[y][x] = true;
                }
            }
            if (!panel.path("type").asString().equals("row")) {
                assertThat(panel.path("targets")).as("%s", panel.path("title")).isNotEmpty();
            }
        }
    }
}
