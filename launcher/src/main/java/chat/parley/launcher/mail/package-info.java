/** The mail catcher's own process: takes every mail, delivers none, shows them on a page. */
@NullMarked
package chat.parley.launcher.mail;

import org.jspecify.annotations.NullMarked;
