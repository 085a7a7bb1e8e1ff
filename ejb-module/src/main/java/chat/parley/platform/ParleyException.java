package chat.parley.platform;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal with a name. Features extend it; the doors of the product translate it once, to RFC
 * 9457 over HTTP and to an {@code error} frame on the socket. It rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class ParleyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * A refusal of this kind.
   *
   * @param type the kind of refusal
   * @param detail what happened this time, for a person; never secrets, never another person's data
   */
  protected ParleyException(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  /**
   * Adds an extension member of RFC 9457: a string, a number, an instant, or a list or map of
   * those.
   */
  protected final void with(String name, Object value) {
    members.put(name, value);
  }

  public final ProblemType type() {
    return type;
  }

  /** The detail for a person. */
  public final String detail() {
    return String.valueOf(getMessage());
  }

  /** The extension members in the order they were added; possibly empty. */
  public final Map<String, Object> members() {
    return Map.copyOf(members);
  }
}
