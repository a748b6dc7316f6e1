package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.ByHand.Outcome;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds whatever people do, in whichever order; `-Dlaws.seeds=1000` tries more.
class SeatLawsTest {

    private static final int SEEDS = Integer.getInteger("laws.seeds", 150);
    private static final int STEPS = 14;
    private static final List<Set<String>> BREAKS = List.of(BOTH, BOTH, Set.of(MORNING), Set.of(AFTERNOON));
    private static final List<String> INSTITUTIONS = List.of("", "NYU", "EPFL", "new york university", "Meta");

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void seatsStayWithinTheRules(int seed) {
        var chance = new Random(seed);
        var scene = new Scene()
                .offering(
                        mentor("kempe", 1 + chance.nextInt(2), BOTH, "NYU & Meta", "loss landscapes"),
                        mentor("cohen", 1 + chance.nextInt(2), BOTH, "Flatiron Institute", "loss landscapes"),
                        mentor("wyart", 1, BREAKS.get(chance.nextInt(4)), "EPFL"));
        var capacity = scene.mentors.all().stream()
                .mapToInt(mentor -> mentor.seats() * mentor.breaks().size())
                .sum();
        for (var person = 0; person < capacity; person++) {
            signUp(scene, chance, person);
        }
        for (var step = 0; step < STEPS; step++) {
            var before = scene.mentoring.plan();
            var act = act(scene, chance, capacity + step);
            holds(scene, before, act);
        }
        // A decision that is made again owes the same again, which the outbox takes once.
        assertThat(scene.owed.stream()
                        .collect(Collectors.groupingBy(Notice::id))
                        .values())
                .allSatisfy(same -> assertThat(same)
                        .extracting(notice -> notice.content().message())
                        .containsOnly(same.getFirst().content().message()));
    }

    /// Where there is room, so that most of what organizers want can be done.
    @ParameterizedTest
    @MethodSource("someSeeds")
    void movesByHandStayWithinTheRules(int seed) {
        var chance = new Random(seed);
        var scene = new Scene()
                .offering(
                        mentor("kempe", 3, BOTH, "NYU & Meta", "loss landscapes"),
                        mentor("cohen", 2, BOTH, "Flatiron Institute", "loss landscapes"),
                        mentor("wyart", 2, BOTH, "EPFL"));
        for (var person = 0; person < 9; person++) {
            signUp(scene, chance, person);
        }
        scene.publish();
        for (var step = 0; step < 20; step++) {
            var before = scene.mentoring.plan();
            var all = scene.profiles.all();
            var who = all.get(chance.nextInt(all.size())).person();
            var other = all.get((all.indexOf(scene.profiles.find(who).orElseThrow()) + 1) % all.size())
                    .person();
            var act = "by hand " + who;
            switch (chance.nextInt(8)) {
                case 0 -> {
                    scene.blocks.change(who, List.of(other), List.of());
                    scene.mentoring.separate(who);
                    act = "rather not " + who;
                }
                case 1 -> {
                    var seats = before.takenBy(who).stream().map(Seat::id).toList();
                    scene.mentoring.byHand().lock(seats, chance.nextBoolean());
                }
                default -> {
                    if (byHand(scene, chance, who) instanceof Outcome.Hindered) {
                        assertThat(scene.mentoring.plan()).isEqualTo(before);
                    }
                }
            }
            holds(scene, before, act);
        }
    }

    static IntStream someSeeds() {
        return IntStream.range(0, SEEDS / 3);
    }

    private static void signUp(Scene scene, Random chance, int number) {
        scene.signUp(
                "p" + number,
                Stage.values()[chance.nextInt(Stage.values().length)],
                INSTITUTIONS.get(chance.nextInt(INSTITUTIONS.size())),
                BREAKS.get(chance.nextInt(BREAKS.size())),
                chance.nextInt(3) == 0);
    }

    private static String act(Scene scene, Random chance, int number) {
        var all = scene.profiles.all();
        var who = all.get(chance.nextInt(all.size())).person();
        return switch (chance.nextInt(21)) {
            case 0, 1 -> {
                if (scene.mentoring.preview() instanceof Preview.Ready ready) {
                    assertThat(ready.report().brokenRules()).isZero();
                    scene.publish(ready.number());
                }
                yield "publish";
            }
            case 2, 3, 4 -> {
                scene.mentoring.decline(who, "");
                yield "decline " + who;
            }
            case 5 -> {
                scene.mentoring.confirm(who, "");
                yield "confirm " + who;
            }
            case 6 -> {
                scene.mentoring.withdraw(who);
                var profile = scene.profiles.find(who).orElseThrow();
                scene.change(profile.withSeeking(chance.nextBoolean()));
                yield "withdraw " + who;
            }
            case 7, 8 -> {
                var other = chance.nextInt(3) == 0
                        ? scene.mentors.all().get(chance.nextInt(3)).person()
                        : all.get(chance.nextInt(all.size())).person();
                if (other != null && !other.equals(who)) {
                    scene.blocks.change(who, List.of(other), List.of());
                    scene.mentoring.separate(who);
                }
                yield "rather not " + who + " " + other;
            }
            case 9, 10 -> {
                scene.clock.advance(Duration.ofMinutes(1 + chance.nextInt(8)));
                scene.mentoring.timePasses();
                yield "time passes";
            }
            case 11 -> {
                scene.mentoring.arrive(who, "");
                yield "here " + who;
            }
            case 12 -> {
                scene.mentoring.moveTo(who, chance.nextBoolean() ? "the afternoon" : "the morning");
                yield "move " + who;
            }
            case 13 -> {
                scene.mentoring.know(who, "");
                yield "know " + who;
            }
            case 14 -> {
                scene.mentoring.plan().swaps().forEach((theirs, mine) -> {
                    var asked = scene.mentoring.plan().seat(mine).orElseThrow();
                    scene.mentoring.answerSwap(asked.mentee(), theirs, mine, true);
                });
                yield "swap";
            }
            case 15, 16, 17 -> {
                var before = scene.mentoring.plan();
                var done = byHand(scene, chance, who);
                if (done instanceof Outcome.Hindered) {
                    assertThat(scene.mentoring.plan()).isEqualTo(before);
                }
                yield "by hand " + who + " " + done;
            }
            case 18 -> {
                var seats = scene.mentoring.plan().takenBy(who).stream()
                        .map(Seat::id)
                        .toList();
                scene.mentoring.byHand().lock(seats, chance.nextInt(3) > 0);
                yield "lock " + who;
            }
            case 19 -> {
                var other = all.get(chance.nextInt(all.size())).person();
                if (!other.equals(who)) {
                    scene.mentoring.byHand().forbid(who, other);
                }
                yield "rather not (organizers) " + who + " " + other;
            }
            default -> {
                signUp(scene, chance, number);
                yield "sign up";
            }
        };
    }

    private static Outcome byHand(Scene scene, Random chance, Person who) {
        var hand = scene.mentoring.byHand();
        var tables = scene.mentoring.plan().tables();
        if (tables.isEmpty()) {
            return hand.move(who, "none", "");
        }
        var table = tables.get(chance.nextInt(tables.size())).id();
        return switch (chance.nextInt(6)) {
            case 0, 1 -> hand.seat(who, table);
            case 2, 3 -> hand.move(who, table, "");
            case 4 -> hand.toLine(who, "");
            default -> hand.toPeers(who, "");
        };
    }

    private static void holds(Scene scene, SeatingPlan before, String act) {
        var plan = scene.mentoring.plan();
        for (var table : plan.tables()) {
            assertThat(plan.at(table)).as(act).hasSizeLessThanOrEqualTo(table.capacity());
        }
        for (var profile : scene.profiles.all()) {
            var person = profile.person();
            var ever = plan.everBy(person).stream()
                    .filter(seat -> seat.state() != Seat.State.MOVED)
                    .map(seat -> plan.table(seat.table()).orElseThrow())
                    .toList();
            assertThat(ever).as(act).extracting(MentorTable::mentor).doesNotHaveDuplicates();
            var taken = plan.takenBy(person).stream()
                    .filter(seat -> seat.state().expected())
                    .map(seat -> plan.table(seat.table()).orElseThrow())
                    .toList();
            assertThat(taken)
                    .as(act)
                    .hasSizeLessThanOrEqualTo(profile.secondSeat() ? 2 : 1)
                    .extracting(MentorTable::coffeeBreak)
                    .doesNotHaveDuplicates()
                    .allMatch(profile.breaks()::contains);
            var own = scene.programme.institutions().allIn(profile.institution());
            assertThat(ever)
                    .as(act)
                    .noneMatch(table -> scene.mentors.byId(table.mentor()).orElseThrow().institutions().stream()
                            .flatMap(name -> scene.programme.institutions().allIn(name).stream())
                            .anyMatch(own::contains));
        }
        for (var table : plan.tables()) {
            var mentor = scene.mentors.byId(table.mentor()).orElseThrow();
            var there =
                    new ArrayList<>(plan.at(table).stream().map(Seat::mentee).toList());
            there.addAll(mentor.identities());
            keptApart(scene, there, act);
        }
        for (var table : plan.peers().all()) {
            keptApart(scene, table.expected(), act);
            assertThat(table.expected()).as(act).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4);
            assertThat(table.expected().size()).as(act).isNotEqualTo(1);
            for (var person : table.expected()) {
                assertThat(scene.profiles.find(person).orElseThrow().breaks())
                        .as(act)
                        .contains(table.coffeeBreak());
                assertThat(plan.peers().of(person)).as(act).hasSize(1);
                assertThat(plan.takenBy(person))
                        .as(act)
                        .filteredOn(seat -> seat.state().expected())
                        .noneMatch(seat -> plan.table(seat.table())
                                .orElseThrow()
                                .coffeeBreak()
                                .equals(table.coffeeBreak()));
            }
        }
        assertThat(before.seats())
                .as(act)
                .filteredOn(before::isLocked)
                .allMatch(seat -> plan.isLocked(seat)
                        || act.startsWith("rather not")
                        || act.contains(" " + seat.mentee())
                        || act.equals("swap"));
        if (!act.equals("publish")
                && !act.startsWith("rather not")
                && !act.startsWith("by hand")
                && !act.equals("time passes")) {
            plan.standby()
                    .forEach((coffeeBreak, queue) -> assertThat(orderKept(before, coffeeBreak, queue))
                            .as(act)
                            .isTrue());
        }
    }

    private static void keptApart(Scene scene, List<Person> there, String act) {
        var said = scene.blocks.said();
        var forbidden = scene.forbids.said();
        for (var one : there) {
            assertThat(there).as(act).noneMatch(other -> said.between(one, other) || forbidden.between(one, other));
        }
    }

    private static boolean orderKept(SeatingPlan before, String coffeeBreak, List<Person> queue) {
        var stayed = new HashSet<>(queue);
        var then = before.standby().getOrDefault(coffeeBreak, List.of()).stream()
                .filter(stayed::contains)
                .toList();
        // Whoever joins comes last.
        return then.equals(queue.subList(0, then.size()));
    }
}
