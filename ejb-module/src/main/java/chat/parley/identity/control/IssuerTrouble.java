package chat.parley.identity.control;

/** An issuer did not answer, or not as one may believe it. */
public final class IssuerTrouble extends Exception {

  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Kind {
    /** It cannot be asked now. */
    AWAY,
    /** It says what cannot be believed or used. */
    WRONG,
    /** What the browser brought is not from there, or not good there any more. */
    REFUSED
  }

  private final Kind kind;

  IssuerTrouble(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  static IssuerTrouble away(String reason) {
    return new IssuerTrouble(Kind.AWAY, reason);
  }

  static IssuerTrouble wrong(String reason) {
    return new IssuerTrouble(Kind.WRONG, reason);
  }

  static IssuerTrouble refused(String reason) {
    return new IssuerTrouble(Kind.REFUSED, reason);
  }

  public Kind kind() {
    return kind;
  }

  /** What happened, in words of ours. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
