package chat.parley.notification.control;

import chat.parley.conversation.ConversationId;
import chat.parley.jms.Destinations;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What travels on {@value Destinations#PUSH}: words with a space between them, the version first.
 * Ids and numbers and nothing else.
 */
public sealed interface PushJob {

  /** A text that is none of ours. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(@Nullable Throwable cause) {
      super("not a push job", cause);
    }
  }

  /**
   * There is something new in a conversation: look who is away and call.
   *
   * @param seq the new entry
   * @param at when it was written
   * @param mentioned whom it names
   */
  record News(ConversationId conversation, long seq, Instant at, Set<AccountId> mentioned)
      implements PushJob {

    public News {
      mentioned = Set.copyOf(mentioned);
    }

    @Override
    public String text() {
      String who =
          mentioned.isEmpty()
              ? "-"
              : mentioned.stream()
                  .map(AccountId::toString)
                  .sorted()
                  .collect(Collectors.joining(","));
      return String.join(
          " ",
          "1",
          "news",
          conversation.toString(),
          Long.toString(seq),
          Long.toString(at.toEpochMilli()),
          who);
    }
  }

  /**
   * Call one device.
   *
   * @param seq up to where its owner is called; who has read that far meanwhile is left alone
   * @param attempt from 1
   */
  record Call(DeviceId device, ConversationId conversation, long seq, int attempt)
      implements PushJob {

    @Override
    public String text() {
      return String.join(
          " ",
          "1",
          "call",
          device.toString(),
          conversation.toString(),
          Long.toString(seq),
          Integer.toString(attempt));
    }

    /** The same once more. */
    public Call again() {
      return new Call(device, conversation, seq, attempt + 1);
    }
  }

  /** The words. */
  String text();

  /** The job for the outbox. */
  default Job after(Duration delay) {
    return Job.after(delay, Destinations.PUSH, text());
  }

  /**
   * Reads the words.
   *
   * @throws Unreadable when they are none of ours
   */
  static PushJob parse(String text) throws Unreadable {
    String[] words = text.split(" ", -1);
    try {
      if (words.length == 6 && words[0].equals("1")) {
        if (words[1].equals("news")) {
          return new News(
              new ConversationId(UUID.fromString(words[2])),
              Long.parseLong(words[3]),
              Instant.ofEpochMilli(Long.parseLong(words[4])),
              accounts(words[5]));
        } else if (words[1].equals("call")) {
          return new Call(
              new DeviceId(UUID.fromString(words[2])),
              new ConversationId(UUID.fromString(words[3])),
              Long.parseLong(words[4]),
              Integer.parseInt(words[5]));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable(e);
    }
    throw new Unreadable(null);
  }

  private static Set<AccountId> accounts(String word) {
    return word.equals("-")
        ? Set.of()
        : Arrays.stream(word.split(",", -1))
            .map(id -> new AccountId(UUID.fromString(id)))
            .collect(Collectors.toSet());
  }
}
