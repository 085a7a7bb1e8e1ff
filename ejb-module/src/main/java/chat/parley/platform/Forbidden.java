package chat.parley.platform;

/** The caller may know of the thing, but may not do this with it. */
public final class Forbidden extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE = ProblemType.of("forbidden", 403, "You may not do this");

  /**
   * A refusal.
   *
   * @param detail who may, for a person
   */
  public Forbidden(String detail) {
    super(TYPE, detail);
  }
}
