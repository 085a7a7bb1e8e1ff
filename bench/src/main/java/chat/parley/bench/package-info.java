/** The same load on several chat systems, and what it costs them. */
@NullMarked
package chat.parley.bench;

import org.jspecify.annotations.NullMarked;
