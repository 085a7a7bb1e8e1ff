/** The proof under faults: load, faults, and the verdicts on both. See docs/proof.md. */
@NullMarked
package chat.parley.torture;

import org.jspecify.annotations.NullMarked;
