/** Counts against quotas, and forgets what is full again. */
@NullMarked
package chat.parley.quota.boundary;

import org.jspecify.annotations.NullMarked;
