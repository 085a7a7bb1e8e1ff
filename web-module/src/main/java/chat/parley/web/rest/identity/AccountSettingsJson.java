package chat.parley.web.rest.identity;

import chat.parley.identity.AccountSettings;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller chose for the account. */
@Schema(name = "AccountSettings", description = "What the caller chose for the account.")
public record AccountSettingsJson(
    @Schema(
            enumeration = {"everyone", "nobody"},
            description = "Who is told what the caller has read; who hides it is told of nobody.")
        String readReceipts,
    @Schema(
            enumeration = {"everyone", "nobody"},
            description =
                "Who is told whether the caller is there and when he last was; who hides it is told"
                    + " of nobody.")
        String lastSeen,
    @Schema(
            description =
                "Whether others find the caller without knowing the whole user name: by its"
                    + " beginning, by interests, name or text.")
        boolean discoverable,
    @Schema(
            enumeration = {"everyone", "nobody"},
            description = "Who finds the caller by his verified e-mail address.")
        String foundByEmail,
    @Schema(
            enumeration = {"everyone", "nobody"},
            description = "Who finds the caller by the address of his wallet.")
        String foundByWallet,
    @Schema(
            enumeration = {"everyone", "nobody"},
            description = "Who finds the caller by his whole user name.")
        String foundByUsername,
    @Schema(
            enumeration = {"everyone", "shared", "contacts-of-contacts", "nobody"},
            description =
                "Who may ask the caller to talk: everyone, who shares a contact, a group or an"
                    + " interest with him, who shares a contact, or nobody.")
        String requestsFrom) {

  static AccountSettingsJson of(AccountSettings settings) {
    return new AccountSettingsJson(
        Words.of(settings.readReceipts()),
        Words.of(settings.lastSeen()),
        settings.discoverable(),
        Words.of(settings.findable().byEmail()),
        Words.of(settings.findable().byWallet()),
        Words.of(settings.findable().byUsername()),
        Words.of(settings.requestsFrom()));
  }
}
