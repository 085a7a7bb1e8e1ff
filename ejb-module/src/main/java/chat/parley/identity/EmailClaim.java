package chat.parley.identity;

import chat.parley.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that somebody says is his.
 *
 * @param pageOrigin the origin of the page he says it on, when the browser names one: where the
 *     link in the mail leads
 */
public record EmailClaim(EmailAddress address, @Nullable String pageOrigin) {}
