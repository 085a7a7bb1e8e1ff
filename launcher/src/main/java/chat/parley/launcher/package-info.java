/**
 * Starts the whole of Parley on one machine: PostgreSQL, the broker, a development chain, a mail
 * catcher and one or more application servers, each a process of its own with its own log.
 */
@NullMarked
package chat.parley.launcher;

import org.jspecify.annotations.NullMarked;
