/** What this machine allows a server to do, without any of a product's work. */
@NullMarked
package chat.parley.bench.ceiling;

import org.jspecify.annotations.NullMarked;
