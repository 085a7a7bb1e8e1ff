package chat.parley.web.rest.keys;

import chat.parley.keys.MemberDevice;
import chat.parley.platform.Page;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Devices of the members of a conversation. */
@Schema(name = "MemberDevices", description = "Devices of the members, in the order of their ids.")
public record MemberDevicesPage(
    List<Item> items,
    @Schema(description = "Where the next page begins; absent on the last.")
        @Nullable String next) {

  /** One of them. */
  @Schema(name = "MemberDevice", description = "A device, and the key that its leaf has.")
  public record Item(
      UUID account,
      UUID device,
      @Schema(description = "32 bytes of Ed25519, in base64url.") String signatureKey,
      @Schema(description = "What the caller calls it, when it is his own.")
          @Nullable String name) {}

  static MemberDevicesPage of(Page<MemberDevice> page) {
    return new MemberDevicesPage(
        page.items().stream()
            .map(
                each ->
                    new Item(
                        each.account().value(),
                        each.device().value(),
                        each.signatureKey().text(),
                        each.name()))
            .toList(),
        page.next());
  }
}
