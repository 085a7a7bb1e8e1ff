package chat.parley.contact;

import chat.parley.conversation.ConversationKind;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.profile.ProfileTexts;

/**
 * The wish to talk to somebody.
 *
 * @param kind of the conversation that accepting opens
 * @param note what the other reads with it; possibly empty
 */
public record AskToTalk(ConversationKind kind, String note) {

  /**
   * A wish.
   *
   * @throws InvalidInput when the note is too long or holds what nobody sees
   */
  public AskToTalk {
    note = ProfileTexts.lines("/note", note, Limits.REQUEST_NOTE_LENGTH);
  }
}
