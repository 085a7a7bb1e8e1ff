package chat.parley.architecture.crooked.message;

/** What the journal below must not know. */
public record Letter(String text) {}
