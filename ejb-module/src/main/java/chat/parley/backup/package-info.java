/**
 * The key of an account, the ways in which a new browser gets to it, and the backup of what its
 * owner has read. The server holds public keys and ciphertext.
 */
@NullMarked
package chat.parley.backup;

import org.jspecify.annotations.NullMarked;
