package chat.parley.conversation;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;

/**
 * The rules of a group.
 *
 * @param posting who may write messages
 * @param inviting who may add people and make invite links
 * @param pinning who may pin messages
 * @param editing who may change name, description and picture
 * @param approval whether joining by an invite link needs the word of an admin
 * @param disappearing seconds that new messages live by default; 0 for ever
 */
public record GroupSettings(
    Permitted posting,
    Permitted inviting,
    Permitted pinning,
    Permitted editing,
    boolean approval,
    int disappearing) {

  /** The rules of a group whose founder said nothing about them. */
  public static final GroupSettings DEFAULT =
      new GroupSettings(
          Permitted.MEMBERS, Permitted.ADMINS, Permitted.ADMINS, Permitted.ADMINS, false, 0);

  public GroupSettings {
    long least = Limits.MESSAGE_EXPIRES_MIN.toSeconds();
    long most = Limits.MESSAGE_EXPIRES_MAX.toSeconds();
    if (disappearing != 0 && (disappearing < least || disappearing > most)) {
      throw new InvalidInput(
          "/settings/disappearing", "0, or " + least + " to " + most + " seconds.");
    }
  }
}
