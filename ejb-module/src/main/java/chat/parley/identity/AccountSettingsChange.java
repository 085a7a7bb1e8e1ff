package chat.parley.identity;

import org.jspecify.annotations.Nullable;

/** New choices; what is null stays as it is. */
public record AccountSettingsChange(
    @Nullable Audience readReceipts,
    @Nullable Audience lastSeen,
    @Nullable Boolean discoverable,
    @Nullable Audience foundByEmail,
    @Nullable Audience foundByWallet,
    @Nullable Audience foundByUsername,
    @Nullable RequestAudience requestsFrom) {

  /** The settings with these choices. */
  public AccountSettings of(AccountSettings before) {
    Findable findable = before.findable();
    return new AccountSettings(
        or(readReceipts, before.readReceipts()),
        or(lastSeen, before.lastSeen()),
        or(discoverable, before.discoverable()),
        new Findable(
            or(foundByEmail, findable.byEmail()),
            or(foundByWallet, findable.byWallet()),
            or(foundByUsername, findable.byUsername())),
        or(requestsFrom, before.requestsFrom()));
  }

  private static <T> T or(@Nullable T wanted, T otherwise) {
    return wanted == null ? otherwise : wanted;
  }
}
