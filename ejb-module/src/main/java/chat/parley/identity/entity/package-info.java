/** Accounts, credentials, devices and sessions as rows. */
@NullMarked
package chat.parley.identity.entity;

import org.jspecify.annotations.NullMarked;
