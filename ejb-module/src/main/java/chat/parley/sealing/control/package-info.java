/** Envelope sealing with keys of a key store. */
@NullMarked
package chat.parley.sealing.control;

import org.jspecify.annotations.NullMarked;
