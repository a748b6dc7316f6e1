package coffeebreak;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Which way the packages point, and which of them know an outside technology.
@AnalyzeClasses(packages = "coffeebreak", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionsTest {

    private static final String BOT = "coffeebreak.bot.";

    @ArchTest
    static final ArchRule onlyTheSlackPackageKnowsSlack = noClasses()
            .that()
            .resideOutsideOfPackage(BOT + "slack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.slack..")
            .because("a conversation is the same wherever it is held");

    @ArchTest
    static final ArchRule onlyTheRedisPackageKnowsRedis = noClasses()
            .that()
            .resideOutsideOfPackage(BOT + "redis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("redis.clients..", "redis.embedded..")
            .because("what is kept is decided by the features, how it is kept in one place");

    @ArchTest
    static final ArchRule onlyTheLlmPackageKnowsModels = noClasses()
            .that()
            .resideOutsideOfPackage(BOT + "llm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..")
            .because("a model can be exchanged or missing, and nothing else must notice");

    @ArchTest
    static final ArchRule onlyTheIndexKnowsLucene = noClasses()
            .that()
            .resideOutsideOfPackage("coffeebreak.index..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("affinity and search have one home");

    @ArchTest
    static final ArchRule onlyMatchingKnowsTheSolver = noClasses()
            .that()
            .resideOutsideOfPackage("coffeebreak.matching..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..")
            .because("who sits where is one pure function");

    @ArchTest
    static final ArchRule matchingKnowsNothingOfOurs = classes()
            .that()
            .resideInAPackage("coffeebreak.matching..")
            .should()
            .onlyDependOnClassesThat(
                    not(resideInAPackage("coffeebreak..")).or(resideInAPackage("coffeebreak.matching..")))
            .because("an engine that knows no Slack, Redis or index can be tested and used by itself");

    @ArchTest
    static final ArchRule theIndexKnowsNothingOfOurs = classes()
            .that()
            .resideInAPackage("coffeebreak.index..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("coffeebreak..")).or(resideInAPackage("coffeebreak.index..")))
            .because("an engine that knows no Slack, Redis or matching can be tested and used by itself");

    @ArchTest
    static final ArchRule theWorkspaceSharesNothingWithTheBot = classes()
            .that()
            .resideInAPackage("coffeebreak.workspace..")
            .should()
            .onlyDependOnClassesThat(
                    not(resideInAPackage("coffeebreak..")).or(resideInAPackage("coffeebreak.workspace..")))
            .because("it must be as strange to the bot as Slack is, else it proves nothing");

    @ArchTest
    static final ArchRule onlyTheCommandsAndRehearsalsKnowTheWorkspace = noClasses()
            .that()
            .resideOutsideOfPackages("coffeebreak.workspace..", BOT + "cli..", BOT + "rehearsal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coffeebreak.workspace..")
            .because("the bot must not be able to tell it from Slack");

    @ArchTest
    static final ArchRule theLanguageDependsOnNothing = onlyKnows("chat").because("everybody speaks it");

    @ArchTest
    static final ArchRule theProgrammeDependsOnNothing =
            onlyKnows("programme").because("the day is what it is, whoever asks");

    @ArchTest
    static final ArchRule noticesKnowTheLanguageOnly =
            onlyKnows("notices", "chat").because("what is owed is delivered without knowing what it is about");

    @ArchTest
    static final ArchRule answersKnowTheDayOnly = onlyKnows("answers", "programme", "chat")
            .because("an answer about the day needs no profile, no seat and no store");

    @ArchTest
    static final ArchRule signUpOwnsProfiles =
            onlyKnows("signup", "programme", "chat", "notices").because("it must not know what profiles are used for");

    @ArchTest
    static final ArchRule mentoringReadsProfiles = onlyKnows(
                    "mentoring", "peers", "signup", "programme", "chat", "notices")
            .because("seats are given for what people said of themselves, and nothing above knows better");

    @ArchTest
    static final ArchRule peersAreSeatedForWhatTheySaid = onlyKnows("peers", "signup", "programme", "chat", "notices")
            .because("a table of peers is a value in the seating plan, and knows nothing of mentors");

    @ArchTest
    static final ArchRule feedbackAsksWhoSatSomewhere = onlyKnows(
                    "feedback", "mentoring", "peers", "signup", "programme", "chat", "notices")
            .because("what people say afterwards changes no seat");

    @ArchTest
    static final ArchRule findingReadsWhoMayBeFound = onlyKnows(
                    "finding", "mentoring", "signup", "programme", "chat", "notices")
            .because("it shows what is there and changes nothing");

    @ArchTest
    static final ArchRule importingKnowsWhatItBringsIn = onlyKnows(
                    "importing", "finding", "mentoring", "signup", "programme", "chat", "notices")
            .because("a proposal is a value of the features it would change, and changes none of them");

    @ArchTest
    static final ArchRule organizingMayUseEveryFeature = onlyKnows(
                    "organizing",
                    "feedback",
                    "importing",
                    "finding",
                    "mentoring",
                    "peers",
                    "signup",
                    "answers",
                    "programme",
                    "chat",
                    "notices")
            .because("organizers steer the features; the features do not know them");

    @ArchTest
    static final ArchRule theFrontDeskArranges = onlyKnows(
                    "frontdesk",
                    "feedback",
                    "finding",
                    "organizing",
                    "mentoring",
                    "peers",
                    "signup",
                    "answers",
                    "programme",
                    "chat",
                    "notices")
            .because(
                    "what concerns several features at once is arranged here, and nothing of an outside technology is");

    @ArchTest
    static final ArchRule theSlackEdgeKnowsTheFrontDeskOnly = onlyKnows(
                    "slack", "frontdesk", "notices", "chat", "signup", "encoding", "doctor")
            .because("the edge translates and steps aside");

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther = slices().matching(BOT + "(slack|redis|llm|files)..")
            .should()
            .notDependOnEachOther()
            .because("each implements ports of the features and can be exchanged by itself");

    @ArchTest
    static final ArchRule packagesPointOneWay = slices().matching(BOT + "(*)..")
            .should()
            .beFreeOfCycles()
            .because("a circle of packages is one package that does not admit it");

    @ArchTest
    static final ArchRule onlyAssemblyCommandsAndRehearsalsKnowSpring = noClasses()
            .that(not(resideInAnyPackage("coffeebreak.bot", BOT + "cli..", BOT + "rehearsal..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("Spring assembles, and is otherwise silent");

    @ArchTest
    static final ArchRule onlyObservingKnowsFigures = noClasses()
            .that(not(resideInAnyPackage("coffeebreak.bot", BOT + "observing..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..", "io.opentelemetry..")
            .because("whoever works need not know that somebody counts");

    @ArchTest
    static final ArchRule noStaticState = noFields()
            .that()
            .areStatic()
            .should()
            .notBeFinal()
            .because("whatever changes belongs to an object that somebody made");

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction onlyKnows(
            String name, String... others) {
        var allowed = new String[others.length + 1];
        allowed[others.length] = BOT + name + "..";
        for (var index = 0; index < others.length; index++) {
            allowed[index] = BOT + others[index] + "..";
        }
        return classes()
                .that()
                .resideInAPackage(BOT + name + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("coffeebreak.bot..", "coffeebreak.workspace.."))
                        .or(resideInAnyPackage(allowed)));
    }
}
