/**
 * Tests inside the application server, where no outside test can look: the archive that we ship,
 * with these classes added, in stock Payara Micro beside the resource adapter, a real PostgreSQL
 * and a real broker.
 */
@NullMarked
package chat.parley.container;

import org.jspecify.annotations.NullMarked;
