/** What an orchestrator asks: is this instance alive, may it be given work. */
@NullMarked
package chat.parley.web.health;

import org.jspecify.annotations.NullMarked;
