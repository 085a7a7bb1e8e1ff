/**
 * A Java agent for tests only: plants defects in a running instance, to prove that they are found,
 * and moves its clock. The product has no switch for any of it.
 */
@NullMarked
package chat.parley.sabotage;

import org.jspecify.annotations.NullMarked;
