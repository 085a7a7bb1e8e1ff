/** Refusals on the wire: one translation to RFC 9457 for everything that can go wrong. */
@NullMarked
package chat.parley.web.problem;

import org.jspecify.annotations.NullMarked;
