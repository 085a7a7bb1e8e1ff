package chat.parley.web.socket;

import chat.parley.platform.Settings;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handshake: only pages of our own may open a socket. */
public class ChatEndpointConfigurator extends ServerEndpointConfig.Configurator {

  private static final String KEY = "parley.public.origins";

  private final Origins origins =
      Origins.of(List.of(Settings.withoutContainer(KEY).orElse("").split(",", -1)));

  @Override
  public boolean checkOrigin(@Nullable String origin) {
    return origins.allow(origin);
  }
}
