package chat.parley.web.rest.keys;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** KeyPackages of a device. */
@Schema(name = "PublishKeyPackages", description = "KeyPackages of the caller's device.")
public record PublishKeyPackagesJson(
    @Schema(
            description = "MLSMessages with a KeyPackage each, in base64url.",
            maxItems = Limits.KEY_PACKAGES)
        List<String> keyPackages,
    @Schema(
            description =
                "One that is given when all others are used up, again and again. Takes the place of"
                    + " the one before.",
            minLength = 1,
            maxLength = (Limits.KEY_PACKAGE_BYTES * 4 + 2) / 3)
        @Nullable String lastResort) {

  List<WireBytes> wishes() {
    if (keyPackages.size() > Limits.KEY_PACKAGES) {
      throw new InvalidInput("/keyPackages", "At most " + Limits.KEY_PACKAGES + " at once.");
    }
    List<WireBytes> wishes = new ArrayList<>();
    for (int i = 0; i < keyPackages.size(); i++) {
      wishes.add(WireBytes.read("/keyPackages/" + i, keyPackages.get(i), Limits.KEY_PACKAGE_BYTES));
    }
    return wishes;
  }

  @Nullable WireBytes ofLastResort() {
    return lastResort == null
        ? null
        : WireBytes.read("/lastResort", lastResort, Limits.KEY_PACKAGE_BYTES);
  }
}
