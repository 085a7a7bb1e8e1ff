package chat.parley.identity;

import org.jspecify.annotations.Nullable;

/** New choices; what is null stays as it is. */
public record AccountSettingsChange(
    @Nullable Audience readReceipts, @Nullable Audience lastSeen, @Nullable Boolean discoverable) {

  /** The settings with these choices. */
  public AccountSettings of(AccountSettings before) {
    return new AccountSettings(
        readReceipts == null ? before.readReceipts() : readReceipts,
        lastSeen == null ? before.lastSeen() : lastSeen,
        discoverable == null ? before.discoverable() : discoverable);
  }
}
