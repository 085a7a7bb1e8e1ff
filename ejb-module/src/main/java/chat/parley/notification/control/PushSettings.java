package chat.parley.notification.control;

import chat.parley.platform.Setting;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How push services are asked.
 *
 * @param contact where the operator of a push service reaches the operator of this installation
 * @param internalServices origins of push services that may be inside this network or without TLS
 */
public record PushSettings(
    @Setting("parley.push.contact") Optional<String> contact,
    @Setting("parley.push.internal-services") Optional<String> internalServices) {

  public PushSettings {
    if (contact.isPresent()
        && !contact.get().startsWith("mailto:")
        && !contact.get().startsWith("https://")) {
      throw new IllegalArgumentException(
          "The setting parley.push.contact must begin with mailto: or https://.");
    }
  }

  /** The trusted origins; usually none. */
  public List<URI> trusted() {
    return internalServices.stream()
        .flatMap(list -> List.of(list.split(",", -1)).stream())
        .map(origin -> URI.create(origin.strip()))
        .toList();
  }
}
