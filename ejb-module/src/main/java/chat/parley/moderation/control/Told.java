package chat.parley.moderation.control;

/**
 * What moderators are told.
 *
 * @param json the words of the reporter, and the evidence he chose
 * @param evidence how far that is proven
 */
public record Told(String json, Evidence evidence) {}
