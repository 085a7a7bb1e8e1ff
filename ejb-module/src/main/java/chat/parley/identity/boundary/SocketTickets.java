package chat.parley.identity.boundary;

import chat.parley.identity.SessionId;
import chat.parley.identity.SocketTicket;
import chat.parley.identity.TicketHolder;
import chat.parley.identity.TicketRefused;
import chat.parley.identity.control.OneTimeSecrets;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** One-time tickets that open a socket: no token ever stands in a URL or a frame. */
@ApplicationScoped
public class SocketTickets {

  @EJB private SessionTransactions transactions;

  /** Issues a ticket of 256 random bits, good once, for 30 seconds, on any instance. */
  public SocketTicket issue(SessionId session) {
    OneTimeSecrets.Issued issued =
        transactions.issue(Purpose.TICKET, session.toString(), Limits.SOCKET_TICKET);
    return new SocketTicket(issued.secret(), issued.expiresAt());
  }

  /**
   * Uses a ticket up.
   *
   * @throws TicketRefused when it is unknown, used, expired, or its session has ended
   */
  public TicketHolder redeem(String ticket) {
    return transactions
        .take(Purpose.TICKET, ticket)
        .map(subject -> new SessionId(UUID.fromString(subject)))
        .flatMap(transactions::holder)
        .orElseThrow(TicketRefused::new);
  }
}
