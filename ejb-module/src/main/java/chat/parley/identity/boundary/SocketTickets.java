package chat.parley.identity.boundary;

import chat.parley.identity.SessionId;
import chat.parley.identity.TicketHolder;

/** One-time tickets that open a socket: no token ever stands in a URL or a frame. */
public class SocketTickets {

  /** Issues a ticket of 256 random bits, good once, for 30 seconds, on any instance. */
  public String issue(SessionId session) {
    throw new UnsupportedOperationException("signature only");
  }

  /**
   * Uses a ticket up.
   *
   * @throws chat.parley.platform.ParleyException {@code ticket-refused} (401) when it is unknown,
   *     used, expired, or its session has ended
   */
  public TicketHolder redeem(String ticket) {
    throw new UnsupportedOperationException("signature only");
  }
}
