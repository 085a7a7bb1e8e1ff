package chat.parley.web.rest.identity;

import chat.parley.identity.AccountSettingsChange;
import chat.parley.identity.Audience;
import chat.parley.identity.RequestAudience;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New choices; what is absent stays as it is. */
@Schema(name = "AccountSettingsChange", description = "New choices; what is absent stays as it is.")
public record AccountSettingsChangeJson(
    @Schema(enumeration = {"everyone", "nobody"}) @Nullable String readReceipts,
    @Schema(enumeration = {"everyone", "nobody"}) @Nullable String lastSeen,
    @Nullable Boolean discoverable,
    @Schema(enumeration = {"everyone", "nobody"}) @Nullable String foundByEmail,
    @Schema(enumeration = {"everyone", "nobody"}) @Nullable String foundByWallet,
    @Schema(enumeration = {"everyone", "nobody"}) @Nullable String foundByUsername,
    @Schema(enumeration = {"everyone", "shared", "contacts-of-contacts", "nobody"})
        @Nullable String requestsFrom) {

  AccountSettingsChange change() {
    return new AccountSettingsChange(
        Words.readOptional(Audience.class, "/readReceipts", readReceipts),
        Words.readOptional(Audience.class, "/lastSeen", lastSeen),
        discoverable,
        Words.readOptional(Audience.class, "/foundByEmail", foundByEmail),
        Words.readOptional(Audience.class, "/foundByWallet", foundByWallet),
        Words.readOptional(Audience.class, "/foundByUsername", foundByUsername),
        Words.readOptional(RequestAudience.class, "/requestsFrom", requestsFrom));
  }
}
