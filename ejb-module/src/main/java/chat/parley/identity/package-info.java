/** Who is there: accounts, credentials, devices, sessions and the tokens they mint. */
@NullMarked
package chat.parley.identity;

import org.jspecify.annotations.NullMarked;
