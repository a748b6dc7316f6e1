/// What people say after a break, and who stays in touch with whom. One question each, answered by buttons or by a
/// sentence; nobody but the person themselves is shown what they answered.
@NullMarked
package coffeebreak.bot.feedback;

import org.jspecify.annotations.NullMarked;
