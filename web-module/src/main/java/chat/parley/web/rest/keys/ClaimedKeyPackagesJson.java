package chat.parley.web.rest.keys;

import chat.parley.keys.ClaimedKeyPackage;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** KeyPackages that were claimed. */
@Schema(name = "ClaimedKeyPackages", description = "One for every device that had any.")
public record ClaimedKeyPackagesJson(List<Item> items) {

  /** One of them. */
  @Schema(name = "ClaimedKeyPackage", description = "The KeyPackage of a device.")
  public record Item(
      UUID account,
      UUID device,
      @Schema(description = "MLSMessage, in base64url.") String keyPackage) {}

  static ClaimedKeyPackagesJson of(List<ClaimedKeyPackage> claimed) {
    return new ClaimedKeyPackagesJson(
        claimed.stream()
            .map(
                each ->
                    new Item(
                        each.account().value(), each.device().value(), each.keyPackage().text()))
            .toList());
  }
}
