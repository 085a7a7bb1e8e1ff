package chat.parley.web.socket;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From which web pages a socket may be opened. Browsers name the page on every handshake and no
 * script can change that; a client that is no browser names none. Its absence is therefore
 * accepted: there is no signed-in browser to abuse, and the ticket is needed all the same.
 */
record Origins(Set<String> allowed) {

  Origins {
    allowed = Set.copyOf(allowed);
  }

  static Origins of(List<String> origins) {
    return new Origins(
        origins.stream()
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toSet()));
  }

  boolean allow(@Nullable String origin) {
    return origin == null || origin.isEmpty() || allowed.contains(origin);
  }
}
