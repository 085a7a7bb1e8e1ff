package chat.parley.web.security;

import chat.parley.platform.ParleyException;
import chat.parley.web.problem.HttpProblems;

/** The request needs a session and has none that is good. */
public final class Unauthenticated extends ParleyException {

  private static final long serialVersionUID = 1L;

  public Unauthenticated() {
    super(HttpProblems.UNAUTHENTICATED, "Sign in, then try again.");
  }
}
