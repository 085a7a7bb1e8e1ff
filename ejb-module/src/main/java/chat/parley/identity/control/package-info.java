/** Tokens, passwords, sign-in messages, and the procedures on accounts and sessions. */
@NullMarked
package chat.parley.identity.control;

import org.jspecify.annotations.NullMarked;
