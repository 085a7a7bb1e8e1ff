package chat.parley.identity;

import java.time.Instant;

/** A ticket that opens one socket, once, until it expires. */
public record SocketTicket(String ticket, Instant expiresAt) {

  /** Without the ticket. */
  @Override
  public String toString() {
    return "SocketTicket[expiresAt=" + expiresAt + "]";
  }
}
