package chat.parley.web.socket;

import chat.parley.identity.PublicOrigins;
import chat.parley.platform.Settings;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handshake: of web pages, only our own may open a socket.
 *
 * <p>Browsers name the page on every handshake and no script can change that. A program that is no
 * browser names the address it connects to; a handshake without an origin is refused, so that there
 * is one rule and nothing to reason about.
 */
public class ChatEndpointConfigurator extends ServerEndpointConfig.Configurator {

  private static final String KEY = "parley.public.origins";

  private final PublicOrigins origins;

  /** For the server, which makes it before there is any injection. */
  public ChatEndpointConfigurator() {
    this(
        new PublicOrigins(
            List.of(Settings.withoutContainer(KEY).orElse("").replace(" ", "").split(",", -1))));
  }

  ChatEndpointConfigurator(PublicOrigins origins) {
    this.origins = origins;
  }

  @Override
  public boolean checkOrigin(@Nullable String origin) {
    return origins.contains(origin);
  }
}
