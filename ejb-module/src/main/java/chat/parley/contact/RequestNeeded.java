package chat.parley.contact;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A conversation with somebody who has not agreed to it. */
public final class RequestNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("request-needed", 403, "This person has to be asked first");

  public RequestNeeded() {
    super(TYPE, "Send a chat request; you can write when it is accepted.");
  }
}
