package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.Membership;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.Seat;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.TestJournal;
import chat.parley.platform.AccountId;
import chat.parley.platform.Page;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectConversationsTest {

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  private <T> T records(Function<ConversationRecords, T> question) {
    return conversations
        .entities()
        .transaction(entities -> question.apply(new ConversationRecords(entities)));
  }

  @Test
  void twoPeopleHaveOneConversationWhoeverOpensIt() {
    OpenedConversation first = conversations.open(ada, bob);
    OpenedConversation second = conversations.open(bob, ada);
    assertThat(first.created()).isTrue();
    assertThat(second.created()).isFalse();
    assertThat(second.conversation().id()).isEqualTo(first.conversation().id());
    assertThat(first.conversation().members())
        .extracting(Membership::account)
        .containsExactlyInAnyOrder(ada, bob);
  }

  @Test
  void theLogTellsTheConversationAndBothPeople() {
    ConversationId id = conversations.open(ada, bob).conversation().id();
    List<Entry> created = journal.verified(StreamId.conversation(id.value()));
    assertThat(created).hasSize(1);
    assertThat(created.get(0).kind()).isEqualTo("conversation.created");
    assertThat(created.get(0).body())
        .contains("\"kind\":\"sealed\"", "\"type\":\"direct\"", ada.toString(), bob.toString());
    for (AccountId member : List.of(ada, bob)) {
      List<Entry> told = journal.verified(StreamId.user(member.value()));
      assertThat(told).hasSize(1);
      assertThat(told.get(0).kind()).isEqualTo("conversation.opened");
      assertThat(told.get(0).by()).isEqualTo(ada);
      assertThat(told.get(0).body()).isEqualTo("{\"conversation\":\"" + id + "\",\"joinedSeq\":1}");
    }
  }

  @Test
  void openingTogetherMakesOne() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 10; round++) {
        AccountId one = conversations.person();
        AccountId other = conversations.person();
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<OpenedConversation>> opened = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          boolean turned = i % 2 == 1;
          opened.add(
              people.submit(
                  () -> {
                    together.await();
                    return turned ? conversations.open(other, one) : conversations.open(one, other);
                  }));
        }
        int created = 0;
        Set<ConversationId> seen = new java.util.HashSet<>();
        for (Future<OpenedConversation> answer : opened) {
          created += answer.get().created() ? 1 : 0;
          seen.add(answer.get().conversation().id());
        }
        assertThat(created).isEqualTo(1);
        assertThat(seen).hasSize(1);
        assertThat(journal.verified(StreamId.user(one.value()))).hasSize(1);
      }
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void nobodyTalksToHimself() {
    assertThatThrownBy(() -> conversations.open(ada, ada))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aListIsPagedNewestFirst() {
    List<ConversationId> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.add(0, conversations.open(ada, conversations.person()).conversation().id());
    }
    conversations.open(bob, conversations.person());

    Page<ConversationId> first = records(records -> records.ids(ada, null, 3));
    assertThat(first.items()).isEqualTo(opened.subList(0, 3));
    assertThat(first.next()).isEqualTo(opened.get(2).toString());
    Page<ConversationId> second = records(records -> records.ids(ada, opened.get(2), 3));
    assertThat(second.items()).isEqualTo(opened.subList(3, 5));
    assertThat(second.next()).isNull();
  }

  @Test
  void oneSeesOnesOwnNewestFirst() {
    ConversationId older = conversations.open(ada, bob).conversation().id();
    ConversationId newer = conversations.open(ada, conversations.person()).conversation().id();
    ConversationId foreign = conversations.open(bob, conversations.person()).conversation().id();

    List<ConversationView> found =
        records(records -> records.find(List.of(foreign, older, newer), ada));
    assertThat(found).extracting(ConversationView::id).containsExactly(newer, older);
    assertThat(found.get(0).members()).hasSize(2);
    assertThat(records(records -> records.find(List.of(), ada)).isEmpty()).isTrue();
  }

  @Test
  void membersAreFoundFromBothSides() throws Exception {
    ConversationId id = conversations.open(ada, bob).conversation().id();
    AccountId eve = conversations.person();
    List<Membership> members = records(records -> records.members(id, null, 10)).items();
    List<Membership> ofNothing =
        records(records -> records.members(ConversationId.next(), null, 10)).items();
    List<Membership> ofAda = records(records -> records.of(ada));
    assertThat(members)
        .containsExactlyInAnyOrder(Membership.of(id, ada, 1), Membership.of(id, bob, 1));
    assertThat(ofNothing).isEmpty();
    assertThat(ofAda).containsExactly(Membership.of(id, ada, 1));
    try (Connection connection = journal.database().getConnection()) {
      Seat taken = new Seat(id, ada);
      assertThat(
              MemberTable.of(
                      connection,
                      List.of(taken, new Seat(id, eve), new Seat(ConversationId.next(), ada)))
                  .keySet())
          .containsExactly(taken);
    }
  }
}
