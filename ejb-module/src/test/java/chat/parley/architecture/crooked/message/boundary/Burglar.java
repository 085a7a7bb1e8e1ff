package chat.parley.architecture.crooked.message.boundary;

import chat.parley.architecture.crooked.journal.control.ClerkImpl;
import jakarta.inject.Inject;

/** Enters another feature by the window, and takes the long way to a session bean. */
public class Burglar {

  @Inject private ClerkImpl clerk;

  public String take() {
    return clerk.toString();
  }
}
