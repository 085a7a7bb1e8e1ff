package chat.parley.identity;

/**
 * What a person chooses for the whole account.
 *
 * @param readReceipts who is told what the person has read
 * @param lastSeen who is told whether the person is there, and when he last was
 * @param discoverable whether others find the person without knowing the whole user name
 */
public record AccountSettings(Audience readReceipts, Audience lastSeen, boolean discoverable) {

  /** Of those who chose nothing. */
  public static final AccountSettings DEFAULT =
      new AccountSettings(Audience.EVERYONE, Audience.EVERYONE, true);
}
