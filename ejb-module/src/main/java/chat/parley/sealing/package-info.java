/** Encryption at rest: seal and unseal bytes, bound to the place they belong to. */
@NullMarked
package chat.parley.sealing;

import org.jspecify.annotations.NullMarked;
