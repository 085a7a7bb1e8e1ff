package chat.parley.web.rest.keys;

import chat.parley.keys.StoredKeyPackages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a device has waiting. */
@Schema(name = "StoredKeyPackages", description = "The KeyPackages of a device that wait.")
public record StoredKeyPackagesJson(
    @Schema(description = "That can be claimed, each once.", minimum = "0") int available,
    @Schema(description = "Whether there is one of last resort.") boolean lastResort) {

  static StoredKeyPackagesJson of(StoredKeyPackages stored) {
    return new StoredKeyPackagesJson(stored.available(), stored.lastResort());
  }
}
