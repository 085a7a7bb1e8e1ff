package chat.parley.moderation;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.profile.ProfileTexts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish to tell moderators of somebody.
 *
 * @param words what the reporter says; possibly empty
 * @param withNote whether what the person wrote with a request that waits is evidence
 * @param conversation where the messages are that are evidence; null when there are none
 * @param seqs these messages; possibly none
 * @param revealed what those of them say that are encrypted end to end, by their numbers
 */
public record ReportPerson(
    ReportId id,
    AccountId person,
    ReportReason reason,
    String words,
    boolean withNote,
    @Nullable ConversationId conversation,
    List<Long> seqs,
    Map<Long, String> revealed) {

  /**
   * A wish.
   *
   * @throws InvalidInput when the words are too long or hold what nobody sees, or the messages are
   *     too many, or without a conversation, or what is revealed is none of them
   */
  public ReportPerson {
    words = ProfileTexts.lines("/words", words, Limits.REPORT_WORDS_LENGTH);
    seqs = seqs.stream().distinct().sorted().toList();
    if (seqs.size() > Limits.REPORT_MESSAGES) {
      throw new InvalidInput("/seqs", "At most " + Limits.REPORT_MESSAGES + " messages.");
    }
    if (seqs.stream().anyMatch(seq -> seq < 1)) {
      throw new InvalidInput("/seqs", "Entries are numbered from 1.");
    }
    if (conversation == null && !seqs.isEmpty()) {
      throw new InvalidInput("/conversation", "It is missing.");
    }
    revealed = Map.copyOf(revealed);
    if (!seqs.containsAll(revealed.keySet())) {
      throw new InvalidInput("/revealed", "Only messages of the report are revealed.");
    }
    if (revealed.values().stream().anyMatch(text -> text.length() > Limits.MESSAGE_BODY_BYTES)) {
      throw new InvalidInput("/revealed", "No message is so long.");
    }
  }
}
