package chat.parley.web.socket;

import chat.parley.message.boundary.MessageService;
import chat.parley.realtime.boundary.Connections;
import chat.parley.realtime.boundary.History;
import chat.parley.realtime.boundary.Presences;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * The doors that all sockets hand their frames to. Looked up once and not by every endpoint: there
 * is one endpoint for each connection, and each would keep references of its own.
 */
@ApplicationScoped
class SocketDoors {

  @Inject private SocketAuthenticator authenticator;
  @Inject private Connections connections;
  @Inject private Presences presences;
  @EJB private MessageService messages;
  @Inject private History history;
  @Inject private Clock clock;

  ClientFrameHandler.Doors all() {
    return new ClientFrameHandler.Doors(
        authenticator, connections, presences, messages, history, clock);
  }
}
