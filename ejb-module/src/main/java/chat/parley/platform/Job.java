package chat.parley.platform;

import chat.parley.jms.Destinations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Work that follows from a commit and must not be lost: one message on a queue of the broker, or a
 * fact for other systems on {@link Destinations#EVENTS}. It reaches its consumer at least once;
 * consumers do their effect first, acknowledge second, and take a repeat for nothing new.
 *
 * @param queue one of {@link Destinations#CARRIED}
 * @param body what the consumer reads, with the version of its form in front; never the text of a
 *     message
 * @param delay how long the broker keeps it back; zero to have it done at once
 * @param order jobs of one queue with the same word here reach the queue in the order they were
 *     written; null when their order does not matter
 */
public record Job(String queue, String body, Duration delay, @Nullable String order) {

  public Job {
    if (!Destinations.CARRIED.contains(queue)) {
      throw new IllegalArgumentException("no queue: " + queue);
    }
    if (body.length() > Limits.JOB_CHARACTERS) {
      throw new IllegalArgumentException("a job of " + body.length() + " characters");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay: " + delay);
    }
  }

  /** Work to do at once, in any order. */
  public static Job now(String queue, String body) {
    return new Job(queue, body, Duration.ZERO, null);
  }

  /** Work to do after a while, in any order. */
  public static Job after(Duration delay, String queue, String body) {
    return new Job(queue, body, delay, null);
  }
}
