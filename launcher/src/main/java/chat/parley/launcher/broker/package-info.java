/** The broker's own process. */
@NullMarked
package chat.parley.launcher.broker;

import org.jspecify.annotations.NullMarked;
