package chat.parley.tip.control;

import chat.parley.jms.Destinations;
import chat.parley.platform.Job;
import chat.parley.tip.TipId;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels on {@value Destinations#TIP_CONFIRMATION}: words with a space between them, the
 * version first. A tip that is to be looked at again.
 *
 * @param look its number; when the tip waits for another one, this job is an old one
 */
public record TipJob(TipId tip, int look) {

  /** A text that is none of ours. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(@Nullable Throwable cause) {
      super("not a job about a tip", cause);
    }
  }

  /** The words. */
  String text() {
    return "1 look " + tip + " " + look;
  }

  /** The job for the outbox. */
  public Job after(Duration delay) {
    return Job.after(delay, Destinations.TIP_CONFIRMATION, text());
  }

  /**
   * Reads the words.
   *
   * @throws Unreadable when they are none of ours
   */
  public static TipJob parse(String text) throws Unreadable {
    String[] words = text.split(" ", -1);
    try {
      if (words.length == 4 && words[0].equals("1") && words[1].equals("look")) {
        return new TipJob(new TipId(UUID.fromString(words[2])), Integer.parseInt(words[3]));
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable(e);
    }
    throw new Unreadable(null);
  }
}
