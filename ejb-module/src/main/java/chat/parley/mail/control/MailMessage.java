package chat.parley.mail.control;

import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailId;

/**
 * A mail as it leaves.
 *
 * @param subject one line of ASCII
 * @param text the plain text
 * @param html the same as HTML, without anything that is loaded from elsewhere
 */
public record MailMessage(
    MailId id, EmailAddress from, EmailAddress to, String subject, String text, String html) {

  /** Without what it says and to whom. */
  @Override
  public String toString() {
    return "MailMessage[id=" + id + "]";
  }
}
