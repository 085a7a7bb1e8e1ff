/** Tests of the launcher's parts; the started system is tested in {@code chat.parley.system}. */
@NullMarked
package chat.parley.launcher;

import org.jspecify.annotations.NullMarked;
