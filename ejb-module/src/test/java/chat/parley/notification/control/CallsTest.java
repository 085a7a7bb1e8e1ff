package chat.parley.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.NotificationLevel;
import chat.parley.platform.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final ConversationId CONVERSATION = ConversationId.next();
  private static final AccountId ME = AccountId.next();
  private static final long QUIET = 6;
  private static final AccountId OTHER = AccountId.next();

  private static Calls.Candidate me(
      NotificationLevel level, @Nullable Instant mutedUntil, long known) {
    return new Calls.Candidate(ME, 3, new ConversationNotifications(level, mutedUntil), known);
  }

  private static Calls.Message message(long seq, @Nullable AccountId by, AccountId... mentioned) {
    return new Calls.Message(seq, by, Set.of(mentioned));
  }

  private static long call(Calls.Candidate candidate, Calls.Message... messages) {
    return Calls.callUpTo(candidate, List.of(messages), NOW);
  }

  @Test
  void whoWantsAllIsCalledAboutTheNewestOfOthers() {
    Calls.Candidate me = me(NotificationLevel.ALL, null, 4);
    assertThat(call(me, message(5, OTHER), message(6, OTHER), message(7, ME))).isEqualTo(6);
  }

  @Test
  void whoHasReadItOrWasCalledIsNot() {
    assertThat(call(me(NotificationLevel.ALL, null, 6), message(6, OTHER))).isZero();
  }

  @Test
  void whoCameLaterIsNot() {
    assertThat(call(me(NotificationLevel.ALL, null, 0), message(2, OTHER))).isZero();
  }

  @Test
  void whoWantsMentionsIsCalledByName() {
    Calls.Candidate me = me(NotificationLevel.MENTIONS, null, 0);
    assertThat(call(me, message(5, OTHER, ME), message(6, OTHER))).isEqualTo(5);
    assertThat(call(me, message(5, OTHER, OTHER))).isZero();
  }

  @Test
  void whoWantsNothingOrHasMutedItIsNotEvenByName() {
    assertThat(call(me(NotificationLevel.NONE, null, 0), message(5, OTHER, ME))).isZero();
    assertThat(call(me(NotificationLevel.ALL, NOW.plusMillis(1), 0), message(5, OTHER, ME)))
        .isZero();
    assertThat(call(me(NotificationLevel.ALL, NOW, 0), message(5, OTHER))).isEqualTo(5);
  }

  @Test
  void aNoticeOfTheSystemCallsEverybody() {
    assertThat(call(me(NotificationLevel.ALL, null, 0), message(5, null))).isEqualTo(5);
  }

  @Test
  void aJobIsAboutItsMessageAndThoseGatheredIntoIt() {
    assertThat(
            messages(
                entry(5, "message", NOW, "x"),
                entry(6, "member.joined", NOW, "{}"),
                entry(7, "message", NOW.plusMillis(999), "x"),
                entry(8, "message", NOW.plusMillis(1_000), "x")))
        .containsExactly(message(5, OTHER, ME), message(7, OTHER));
  }

  @Test
  void aJobIsNotAboutWhatIsWorthNoCallOrErased() {
    assertThat(
            messages(
                entry(5, "message", NOW, null),
                entry(QUIET, "message", NOW, "x"),
                entry(7, "message", NOW, "x")))
        .containsExactly(message(7, OTHER));
  }

  private static List<Calls.Message> messages(Entry... entries) {
    PushJob.News job = new PushJob.News(CONVERSATION, 5, NOW, Set.of(ME));
    return Calls.messages(job, List.of(entries), Set.of(QUIET));
  }

  private static Entry entry(long seq, String kind, Instant at, @Nullable String body) {
    return new Entry(
        StreamId.conversation(CONVERSATION.value()),
        seq,
        kind,
        at,
        OTHER,
        null,
        null,
        EntryHash.GENESIS,
        body,
        null);
  }
}
