/** The documents of the protocol, as tests read them: what is sent and answered must be in them. */
@NullMarked
package chat.parley.contract;

import org.jspecify.annotations.NullMarked;
