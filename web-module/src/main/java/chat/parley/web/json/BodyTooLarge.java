package chat.parley.web.json;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The body of a request has more bytes than any command needs. */
public final class BodyTooLarge extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("content-too-large", 413, "The request is too large");

  /**
   * A refusal.
   *
   * @param limit how many bytes are allowed
   */
  public BodyTooLarge(int limit) {
    super(TYPE, "At most " + limit + " bytes are allowed.");
    with("limit", limit);
  }
}
