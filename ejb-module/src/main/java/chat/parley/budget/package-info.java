/** What the installation and each person may use up: calls of nodes, mails, and storage. */
@NullMarked
package chat.parley.budget;

import org.jspecify.annotations.NullMarked;
