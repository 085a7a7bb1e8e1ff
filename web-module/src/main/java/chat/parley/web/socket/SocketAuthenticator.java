package chat.parley.web.socket;

import chat.parley.identity.TicketHolder;
import chat.parley.identity.TicketRefused;
import chat.parley.identity.boundary.SocketTickets;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds out who connects. */
@ApplicationScoped
class SocketAuthenticator {

  @Inject private SocketTickets tickets;

  /**
   * Uses the ticket up.
   *
   * @throws ConnectionRefused when it is not good
   */
  TicketHolder authenticate(ClientFrame.Hello hello) {
    try {
      return tickets.redeem(hello.ticket());
    } catch (TicketRefused e) {
      throw new ConnectionRefused(CloseCode.SIGN_IN, "the ticket is not good");
    }
  }
}
