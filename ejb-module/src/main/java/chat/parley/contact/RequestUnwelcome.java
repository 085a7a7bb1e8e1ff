package chat.parley.contact;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Somebody does not take requests from people who stand to him as the sender does. */
public final class RequestUnwelcome extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("request-unwelcome", 403, "This person takes no request from you");

  public RequestUnwelcome() {
    super(TYPE, "This person chose who may ask. Ask for an invite code.");
  }
}
