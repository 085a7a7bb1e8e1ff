package chat.parley.conversation;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What is no application message of the conversation's group (RFC 9420), where one belongs. */
public final class NotAnMlsMessage extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("not-an-mls-message", 422, "This is no message of the encrypted conversation");

  public NotAnMlsMessage(String detail) {
    super(TYPE, detail);
  }
}
