package chat.parley.profile;

/**
 * A profile, for whose it is.
 *
 * @param profile what he tells
 * @param asked whether he has answered the question for it, be it with nothing
 */
public record OwnProfile(Profile profile, boolean asked) {}
