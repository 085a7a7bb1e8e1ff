package chat.parley.architecture.crooked.message.boundary;

import chat.parley.architecture.crooked.journal.control.ClerkImpl;

/** Enters another feature by the window. */
public class Burglar {

  public String take(ClerkImpl clerk) {
    return clerk.toString();
  }
}
