package coffeebreak.bot.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.files.YamlProgramme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstitutionsTest {

    private final Institutions institutions = YamlProgramme.builtIn().institutions();

    @Test
    void twoSpellingsOfOneInstitutionAreOne() {
        assertThat(institutions.canonical("NYU")).isEqualTo(institutions.canonical("new york university"));
        assertThat(institutions.canonical("JHU")).isEqualTo(institutions.canonical("The Johns Hopkins University "));
        assertThat(institutions.canonical("ETH Zürich")).isEqualTo(institutions.canonical("ETH Zurich"));
        assertThat(institutions.canonical("École Polytechnique Fédérale de Lausanne"))
                .isEqualTo(institutions.canonical("EPFL"));
    }

    @Test
    void epflIsNotTheEcolePolytechnique() {
        assertThat(institutions.canonical("EPFL")).isNotEqualTo(institutions.canonical("Ecole Polytechnique"));
        assertThat(institutions.canonical("Ecole Polytechnique"))
                .isEqualTo(institutions.canonical("École polytechnique"));
    }

    @Test
    void anUnknownInstitutionIsComparedWithoutCaseAndAccents() {
        assertThat(institutions.canonical("Universidad de Málaga"))
                .isEqualTo(institutions.canonical("UNIVERSIDAD DE MALAGA"));
        assertThat(institutions.canonical("  ")).isEmpty();
    }

    @Test
    void severalInstitutionsOnOneLineAreSeveral() {
        assertThat(institutions.allIn("NYU & Meta")).containsExactly("New York University", "Meta");
        assertThat(institutions.allIn("University of Maryland, College Park"))
                .containsExactly("University of Maryland, College Park");
        assertThat(institutions.allIn("")).isEmpty();
    }

    @Test
    void oneSpellingCannotStandForTwo() {
        assertThatThrownBy(() -> new Institutions(Map.of("A", List.of("X"), "B", List.of("X"))))
                .hasMessageStartingWith("\"X\" stands for both ");
    }
}
