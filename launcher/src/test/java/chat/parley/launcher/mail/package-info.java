/** Tests of the mail catcher. */
@NullMarked
package chat.parley.launcher.mail;

import org.jspecify.annotations.NullMarked;
