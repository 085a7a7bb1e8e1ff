/** Encrypting and decrypting over REST. */
@NullMarked
package chat.parley.web.rest.sealing;

import org.jspecify.annotations.NullMarked;
