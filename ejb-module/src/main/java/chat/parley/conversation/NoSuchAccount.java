package chat.parley.conversation;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.util.List;
import java.util.Map;

/** Somebody is named who has no account. */
public final class NoSuchAccount extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("no-such-account", 422, "There is no such account");

  /**
   * A refusal.
   *
   * @param pointer where the account is named in the request (RFC 6901)
   */
  public NoSuchAccount(String pointer) {
    super(TYPE, "Somebody in this request has no account.");
    with("errors", List.of(Map.of("pointer", pointer, "detail", "There is no such account.")));
  }
}
