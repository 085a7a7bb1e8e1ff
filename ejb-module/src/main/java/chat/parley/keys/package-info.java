/**
 * The delivery service of end-to-end encryption: device keys, KeyPackages, and the epochs of groups
 * (RFC 9420, RFC 9750). The server orders and checks; it holds no secret of a group.
 */
@NullMarked
package chat.parley.keys;

import org.jspecify.annotations.NullMarked;
