package chat.parley.identity;

/**
 * What a person chooses for the whole account.
 *
 * @param readReceipts who is told what the person has read
 * @param lastSeen who is told whether the person is there, and when he last was
 * @param discoverable whether others find the person among people: by interests, name or text
 * @param findable who finds the person by exactly what he is called
 * @param requestsFrom who may ask the person to talk
 */
public record AccountSettings(
    Audience readReceipts,
    Audience lastSeen,
    boolean discoverable,
    Findable findable,
    RequestAudience requestsFrom) {

  /** Of those who chose nothing. */
  public static final AccountSettings DEFAULT =
      new AccountSettings(
          Audience.EVERYONE, Audience.EVERYONE, true, Findable.DEFAULT, RequestAudience.EVERYONE);
}
