package coffeebreak.bot.programme;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.programme.PersonName.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lenka Zdeborová       | LENKA ZDEBOROVA        | SAME
            Lenka Zdeborová       | Zdeborova, Lenka       | SAME
            Jascha Sohl-Dickstein | Jascha Sohl Dickstein  | SAME
            Dr. Łukasz Sørensen   | lukasz sorensen        | SAME
            Jean-Paul Weiß        | Jean Paul Weiss, PhD   | SAME
            Jean-Paul Weiß        | Jean Paul Weiss        | SAME
            Lenka Zdeborová       | L. Zdeborova           | POSSIBLE
            Lenka Zdeborová       | Zdeborová, L.          | POSSIBLE
            Jeremy M. Cohen       | Jeremy Cohen           | POSSIBLE
            J. Cohen              | Jeremy Michael Cohen   | POSSIBLE
            J. M. Cohen           | Jeremy Michael Cohen   | POSSIBLE
            J. K. Cohen           | Jeremy Michael Cohen   | DIFFERENT
            Zhang Wei             | Wei Zhang              | POSSIBLE
            Lucia Zdeborová       | Lenka Zdeborová        | DIFFERENT
            Cohen                 | Jeremy Cohen           | DIFFERENT
            Maria Garcia          | Maria Garcia Lopez     | DIFFERENT
            ''                    | ''                     | DIFFERENT
            """)
    void namesAreComparedAsPeopleWouldCompareThem(String one, String other, Likeness likeness) {
        assertThat(PersonName.of(one).to(PersonName.of(other))).isEqualTo(likeness);
        assertThat(PersonName.of(other).to(PersonName.of(one))).isEqualTo(likeness);
    }
}
