package chat.parley.web.rest.profile;

import chat.parley.ethereum.Address;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody takes tips from everybody. */
@Schema(
    name = "TipJar",
    description =
        "A wallet that somebody shows on his profile, for tips from everybody who sees it. What is"
            + " paid to it is promised by nobody, and not followed.")
public record TipJarJson(@Schema(description = "With its checksum (ERC-55).") String address) {

  /** This wallet. */
  static TipJarJson of(Address address) {
    return new TipJarJson(address.value());
  }
}
