/// From "hello" to a profile: the form, the typed sentence, consent, withdrawing and being forgotten. Owns [Profile].
@NullMarked
package coffeebreak.bot.signup;

import org.jspecify.annotations.NullMarked;
