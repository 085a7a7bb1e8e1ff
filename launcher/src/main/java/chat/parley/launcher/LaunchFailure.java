package chat.parley.launcher;

import java.util.Objects;

/**
 * Something stands in the way. The message is one sentence for the person who typed the command.
 */
public class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchFailure(String sentence) {
    super(sentence);
  }

  public LaunchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What to tell the person. */
  public String sentence() {
    return Objects.requireNonNullElse(getMessage(), "It failed.");
  }
}
