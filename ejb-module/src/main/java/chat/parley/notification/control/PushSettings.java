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
    @Setting("parley.push.internal-services") Optional<List<String>> internalServices) {

  public PushSettings {
    internalServices = internalServices.map(List::copyOf);
    if (contact.isPresent()
        && !contact.get().startsWith("mailto:")
        && !contact.get().startsWith("https://")) {
      throw new IllegalArgumentException(
          "The setting parley.push.contact must begin with mailto: or https://.");
    }
  }

  /** The trusted origins; usually none. */
  public List<URI> trusted() {
    return internalServices.orElse(List.of()).stream().map(URI::create).toList();
  }
}
