/** What goes wrong: processes that die or stand still, networks that break, disks and clocks. */
@NullMarked
package chat.parley.torture.nemesis;

import org.jspecify.annotations.NullMarked;
