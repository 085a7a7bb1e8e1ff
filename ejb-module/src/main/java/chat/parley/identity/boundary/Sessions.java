package chat.parley.identity.boundary;

import chat.parley.identity.SessionId;

/** Signed-in sessions. */
public class Sessions {

  /** The session is in use: moves its idle limit; cheap to call often. */
  public void touch(SessionId session) {
    throw new UnsupportedOperationException("signature only");
  }
}
