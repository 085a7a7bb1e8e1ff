/** How statements and the log of keys are kept and checked. */
@NullMarked
package chat.parley.trust.control;

import org.jspecify.annotations.NullMarked;
