package chat.parley.platform;

/**
 * The thing does not exist, or the caller may not know that it does: the answer is the same, byte
 * for byte, so that nobody learns of what is not theirs.
 */
public final class NotFound extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE = ProblemType.of("not-found", 404, "There is nothing here");

  public NotFound() {
    super(TYPE, "It does not exist, or you have no access to it.");
  }
}
