/// What is kept, in Redis.
@NullMarked
package coffeebreak.bot.redis;

import org.jspecify.annotations.NullMarked;
