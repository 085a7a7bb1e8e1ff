@NullMarked
package chat.parley.quota.control;

import org.jspecify.annotations.NullMarked;
