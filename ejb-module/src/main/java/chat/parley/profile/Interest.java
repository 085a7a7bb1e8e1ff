package chat.parley.profile;

/**
 * Something that people care about.
 *
 * @param category the id of its category
 * @param pending whether it waits for moderation: only its maker sees it until then
 */
public record Interest(int id, String name, String category, boolean pending) {}
