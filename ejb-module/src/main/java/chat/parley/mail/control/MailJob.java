package chat.parley.mail.control;

import chat.parley.jms.Destinations;
import chat.parley.mail.MailId;
import chat.parley.platform.Job;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels on {@value Destinations#MAIL}: the version, a word, and which mail to send. What the
 * mail says, and to whom, never leaves the database but for the mail server.
 */
public record MailJob(MailId mail) {

  private static final String HEAD = "1 send ";

  /** A text that is none of ours. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(@Nullable Throwable cause) {
      super("not a mail job", cause);
    }
  }

  /** The job for the outbox. */
  public Job after(Duration delay) {
    return Job.after(delay, Destinations.MAIL, HEAD + mail);
  }

  /**
   * Reads the words.
   *
   * @throws Unreadable when they are none of ours
   */
  public static MailJob parse(String text) throws Unreadable {
    if (!text.startsWith(HEAD)) {
      throw new Unreadable(null);
    }
    try {
      return new MailJob(new MailId(UUID.fromString(text.substring(HEAD.length()))));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(e);
    }
  }
}
