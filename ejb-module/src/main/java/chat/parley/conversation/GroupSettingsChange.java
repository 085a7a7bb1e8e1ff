package chat.parley.conversation;

import org.jspecify.annotations.Nullable;

/** Some of the {@link GroupSettings}; null leaves a rule as it is. */
public record GroupSettingsChange(
    @Nullable Permitted posting,
    @Nullable Permitted inviting,
    @Nullable Permitted pinning,
    @Nullable Permitted editing,
    @Nullable Boolean approval,
    @Nullable Integer disappearing) {

  /** These rules with the change. */
  public GroupSettings applyTo(GroupSettings rules) {
    return new GroupSettings(
        or(posting, rules.posting()),
        or(inviting, rules.inviting()),
        or(pinning, rules.pinning()),
        or(editing, rules.editing()),
        or(approval, rules.approval()),
        or(disappearing, rules.disappearing()));
  }

  private static <T> T or(@Nullable T wanted, T otherwise) {
    return wanted == null ? otherwise : wanted;
  }
}
