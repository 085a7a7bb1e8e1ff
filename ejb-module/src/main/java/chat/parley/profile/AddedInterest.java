package chat.parley.profile;

/**
 * An interest that somebody wished for.
 *
 * @param added false when there was one by that name
 */
public record AddedInterest(Interest interest, boolean added) {}
