/**
 * Who is who: what accounts say of their devices, which wallets vouch for them, whom people have
 * verified, and the log in which all of that stands for everybody to check.
 */
@NullMarked
package chat.parley.trust;

import org.jspecify.annotations.NullMarked;
