package chat.parley.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member sees of a group.
 *
 * @param picture changes with every new picture; null when there is none
 * @param members how many there are
 */
public record GroupView(
    String name, String description, @Nullable UUID picture, int members, GroupSettings settings) {}
