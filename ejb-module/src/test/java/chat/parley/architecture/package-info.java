/** The plan of the house, and the tests that hold the code and its papers to it. */
@NullMarked
package chat.parley.architecture;

import org.jspecify.annotations.NullMarked;
