/** What system tests stand on: a running Parley, and clients that know nothing of its inside. */
@NullMarked
package chat.parley.testing;

import org.jspecify.annotations.NullMarked;
