/** The doors of the journal. */
@NullMarked
package chat.parley.journal.boundary;

import org.jspecify.annotations.NullMarked;
