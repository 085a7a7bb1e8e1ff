package chat.parley.web.rest.identity;

import chat.parley.identity.AccountSettings;
import chat.parley.identity.Audience;
import chat.parley.platform.InvalidInput;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
        boolean discoverable) {

  static AccountSettingsJson of(AccountSettings settings) {
    return new AccountSettingsJson(
        word(settings.readReceipts()), word(settings.lastSeen()), settings.discoverable());
  }

  private static String word(Audience audience) {
    return audience.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Audience audience(String pointer, @Nullable String word) {
    if (word == null) {
      return null;
    }
    for (Audience audience : Audience.values()) {
      if (word(audience).equals(word)) {
        return audience;
      }
    }
    throw new InvalidInput(pointer, "It is everyone or nobody.");
  }
}
