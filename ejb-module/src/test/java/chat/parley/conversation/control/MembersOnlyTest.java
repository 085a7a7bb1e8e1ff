package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.AccountDeleted;
import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.GroupCommit;
import chat.parley.journal.control.TestJournal;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembersOnlyTest {

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final GroupCommit node = journal.node();
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final AccountId eve = conversations.person();
  private final ConversationId chat = conversations.open(ada, bob).conversation().id();

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  private CompletableFuture<Appended> send(AccountId by, ConversationId to, String body) {
    return node.append(
            new NewEntry(
                StreamId.conversation(to.value()),
                "message",
                by,
                DeviceId.next(),
                Ids.next(),
                body),
            MembersOnly.GUARD)
        .toCompletableFuture();
  }

  @Test
  void membersWriteAndOthersGetTheSameAnswerAsForNothing() {
    List<CompletableFuture<Appended>> answers = new ArrayList<>();
    answers.add(send(ada, chat, "hello bob"));
    answers.add(send(eve, chat, "hello from eve"));
    answers.add(send(bob, chat, "hello ada"));
    assertThat(answers.get(0).join().entry().seq()).isEqualTo(2);
    assertThat(answers.get(2).join().entry().seq()).isEqualTo(3);

    NotFound notHers = refusal(answers.get(1));
    NotFound nothing = refusal(send(eve, ConversationId.next(), "hello"));
    assertThat(notHers.detail()).isEqualTo(nothing.detail());
    assertThat(notHers.members()).isEqualTo(nothing.members());
    assertThat(journal.verified(StreamId.conversation(chat.value()))).hasSize(3);
  }

  @Test
  void nobodyWritesToSomebodyWhoIsNoMore() {
    conversations.vanish(bob, chat);

    NewEntry late =
        new NewEntry(
            StreamId.conversation(chat.value()),
            "message",
            ada,
            DeviceId.next(),
            Ids.next(),
            "hello?");
    assertThatThrownBy(node.append(late, MembersOnly.POSTING).toCompletableFuture()::join)
        .hasCauseInstanceOf(AccountDeleted.class);
    assertThat(refusal(send(bob, chat, "I am back"))).isInstanceOf(NotFound.class);
    List<Entry> entries = journal.verified(StreamId.conversation(chat.value()));
    assertThat(entries).hasSize(2);
    assertThat(entries.get(1).body()).isEqualTo("{\"account\":\"" + bob + "\",\"deleted\":true}");
  }

  @Test
  void theSystemDoesNotWriteUnderThisGuard() {
    NewEntry fromNobody =
        new NewEntry(StreamId.conversation(chat.value()), "message", null, null, null, "x");
    assertThatThrownBy(node.append(fromNobody, MembersOnly.GUARD).toCompletableFuture()::join)
        .hasCauseInstanceOf(NotFound.class);
  }

  private static NotFound refusal(CompletableFuture<Appended> answer) {
    return (NotFound) answer.handle((done, refusal) -> refusal).join();
  }
}
