package chat.parley.web.rest.identity;

import chat.parley.identity.SocketTicket;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket for one socket. */
@Schema(name = "SocketTicket", description = "Opens one socket, once, until it expires.")
public record SocketTicketJson(String ticket, Instant expiresAt) {

  static SocketTicketJson of(SocketTicket ticket) {
    return new SocketTicketJson(ticket.ticket(), ticket.expiresAt());
  }

  /** Without the ticket. */
  @Override
  public String toString() {
    return "SocketTicketJson[expiresAt=" + expiresAt + "]";
  }
}
