package coffeebreak.bot.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.files.YamlProgramme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NYU                                         | New York Univ.
            Courant Institute, NYU                      | Meta AI & New York University
            JHU                                         | Dept. of Physics, Johns Hopkins University, Baltimore, USA
            ETHZ                                        | ETH Zürich, Switzerland
            ETH Zuerich                                 | Eidgenössische Technische Hochschule Zürich
            MIT                                         | Massachusetts Institute of Technology (MIT)
            MIT CSAIL                                   | M.I.T., Cambridge, MA
            UCL                                         | Gatsby Unit, University College London
            UCLA                                        | University of California, Los Angeles, USA
            UC Berkeley                                 | Department of Statistics, University of California, Berkeley, CA
            EPFL                                        | Swiss Federal Institute of Technology in Lausanne
            U. of Toronto                               | Vector Institute & University of Toronto
            Ecole polytechnique                         | École Polytechnique, Palaiseau
            Georgia Tech                                | Georgia Inst. of Technology
            TU München                                  | Technical University of Munich
            FAIR                                        | Meta
            GaTech                                      | Georgia Tech
            BAIR                                        | UC Berkeley
            University of Nowhere, Dept. of Mathematics | The University of Nowhere
            Foo Labs, Berlin                            | foo labs
            """)
    void theseAreColleagues(String one, String other) {
        assertThat(institutions.allIn(one)).as(one).containsAnyElementsOf(institutions.allIn(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EPFL                                       | École Polytechnique
            EPFL                                       | ETH Zurich
            Swiss Federal Institute of Technology Lausanne | Swiss Federal Institute of Technology Zurich
            UCL                                        | UCLA
            UCL                                        | UCLouvain
            University of California, San Diego, USA   | University of California, Berkeley, USA
            University of California, Merced           | University of California
            University of Washington                   | Washington University in St. Louis
            Northeastern University                    | Northwestern University
            Boston University                          | Boston College
            York University                            | New York University
            Department of Computer Science, Stanford   | Department of Computer Science, MIT
            Institute of Physics, Rice University, USA | Institute of Physics, Duke University, USA
            Harvard, Cambridge, MA                     | University of Oxford
            Polytechnique Montréal                     | École Polytechnique
            ENS Lyon                                   | ENS Paris
            ENS Paris-Saclay                           | Université Paris-Saclay
            Google                                     | Google DeepMind
            University of Zurich                       | ETH Zürich
            Foo Labs, Berlin                           | Bar GmbH, Berlin
            Tsinghua University                        | Peking University, Beijing
            University of Georgia                      | Georgia Tech
            Penn                                       | Penn State
            """)
    void theseAreNot(String one, String other) {
        assertThat(institutions.allIn(one)).as(one).isNotEmpty().doesNotContainAnyElementsOf(institutions.allIn(other));
    }

    @Test
    void aTableOfTheOrganizersHasTheLastWord() {
        var own = new Institutions(
                Map.of("UCLouvain", List.of("UCL"), "My Lab", List.of("Rice University", "The Basement")));
        var corrected = institutions.with(own);

        assertThat(corrected.canonical("UCL")).isEqualTo(corrected.canonical("Université catholique de Louvain"));
        assertThat(corrected.canonical("Gatsby Unit")).isEqualTo(corrected.canonical("University College London"));
        assertThat(corrected.canonical("UCL")).isNotEqualTo(corrected.canonical("Gatsby Unit"));
        assertThat(corrected.canonical("Rice"))
                .as("a house named in full moves whole")
                .isEqualTo("My Lab");
        assertThat(corrected.canonical("basement")).isEqualTo("My Lab");
        assertThat(corrected.aliases().keySet())
                .contains("My Lab", "UCLouvain", "EPFL")
                .doesNotContain("Stanford");
        assertThat(institutions.canonical("UCL"))
                .as("the table itself is as it was")
                .isNotEqualTo("UCLouvain");
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
