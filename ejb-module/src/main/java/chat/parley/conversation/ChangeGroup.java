package chat.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Change a group; null leaves a part as it is.
 *
 * @param name as in {@link CreateGroup}
 * @param description as in {@link CreateGroup}
 */
public record ChangeGroup(
    @Nullable String name, @Nullable String description, @Nullable GroupSettingsChange settings) {

  public ChangeGroup {
    name = name == null ? null : GroupTexts.name(name);
    description = description == null ? null : GroupTexts.description(description);
  }
}
