package chat.parley.launcher.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail as a person reads it. Everything in it was written by somebody else.
 *
 * @param id its Message-ID
 * @param text the plain text, if the mail has one
 * @param html the HTML, if the mail has one
 * @param attachments the names of its files
 */
record CaughtMail(
    String id,
    String from,
    String to,
    String subject,
    Instant received,
    @Nullable String text,
    @Nullable String html,
    List<String> attachments) {
  CaughtMail {
    attachments = List.copyOf(attachments);
  }
}
