/** How tips are judged, stored and told. */
@NullMarked
package chat.parley.tip.control;

import org.jspecify.annotations.NullMarked;
