package chat.parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.identity.DeviceClaim;
import chat.parley.identity.NewPassword;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionsRevoked;
import chat.parley.identity.Username;
import chat.parley.identity.boundary.PasswordSignIn;
import chat.parley.identity.control.ControlMessages;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Appender;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Topic;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the product promises about transactions holds in the server that runs them. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  @Inject private Journal journal;
  @Inject private Appender appender;
  @Inject private Conversations conversations;
  @Inject private Memberships memberships;
  @Inject private PasswordSignIn people;
  @Inject private Clerk clerk;
  @Inject private FirstBean firstBean;
  @Inject private Told told;
  @Inject private ControlMessages messages;
  @Resource private UserTransaction transaction;

  @Resource(lookup = Resources.CONNECTION_FACTORY)
  private ConnectionFactory broker;

  @Resource(lookup = Resources.CONTROL)
  private Topic topic;

  private final StreamId stream = StreamId.user(UUID.randomUUID());

  /** The very archive that is shipped, and these classes. */
  @Deployment
  static WebArchive parleyWithTheseTests() throws URISyntaxException {
    File parley =
        new File(System.getProperty("parley.project"), "launcher/target/deploy/parley.war");
    return ShrinkWrap.createFromZipFile(WebArchive.class, parley)
        .addClasses(Told.class, FirstBean.class, Clerk.class)
        .addAsLibraries(
            archiveOf(Assertions.class), archiveOf(Awaitility.class), archiveOf(Matcher.class));
  }

  @Test
  void theSchemaIsThereBeforeAnyFeatureBegins() {
    assertThat(firstBean.tables())
        .contains(
            "schema_history", "journal_entry", "account", "conversation", "message_watermark");
  }

  @Test
  void aRollbackTakesBackTheRowsAndTheEntriesAndLeavesNoGap() throws Exception {
    AccountId me = someone();
    AccountId other = someone();
    long before = head(StreamId.user(me.value()));

    transaction.begin();
    OpenedConversation lost = conversations.openAgreed(me, other, ConversationKind.SEALED);
    List<Entry> inside = journal.appendInTransaction(List.of(note("lost")));
    transaction.rollback();

    assertThat(lost.created()).isTrue();
    assertThat(inside).extracting(Entry::seq).containsExactly(1L);
    assertThat(conversations.list(me, null, 10).items()).isEmpty();
    assertThat(head(stream)).isZero();
    assertThat(head(StreamId.conversation(lost.conversation().id().value()))).isZero();
    assertThat(head(StreamId.user(me.value()))).isEqualTo(before);

    OpenedConversation kept = conversations.openAgreed(me, other, ConversationKind.SEALED);
    transaction.begin();
    journal.appendInTransaction(List.of(note("kept")));
    transaction.commit();

    assertThat(kept.created()).isTrue();
    assertThat(memberships.requireMember(kept.conversation().id(), other)).isNotNull();
    assertThat(journal.readAfter(stream, 0, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.seq()).isEqualTo(1);
              assertThat(entry.body()).isEqualTo(note("kept").body());
            });
    assertThat(head(StreamId.user(me.value()))).isEqualTo(before + 1);
  }

  @Test
  void aRefusalRollsBackAndReachesTheCallerAsItself() {
    assertThatThrownBy(() -> clerk.appendAndRefuse(note("refused"))).isInstanceOf(NotFound.class);

    assertThat(head(stream)).isZero();
    assertThat(told.bodies()).doesNotContain(note("refused").body());
  }

  @Test
  void onlyWhatWasCommittedIsTold() throws Exception {
    transaction.begin();
    journal.appendInTransaction(List.of(note("taken back")));
    assertThat(told.bodies()).doesNotContain(note("taken back").body());
    transaction.rollback();
    transaction.begin();
    journal.appendInTransaction(List.of(note("committed")));
    assertThat(told.bodies()).doesNotContain(note("committed").body());
    transaction.commit();

    assertThat(told.bodies())
        .contains(note("committed").body())
        .doesNotContain(note("taken back").body());
  }

  @Test
  void theWritersTransactionIsItsOwn() throws Exception {
    transaction.begin();
    Appended appended =
        appender
            .append(note("group commit"), AppendGuard.NONE)
            .toCompletableFuture()
            .get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    transaction.rollback();

    assertThat(appended.entry().seq()).isEqualTo(1);
    assertThat(journal.readAfter(stream, 0, 10)).containsExactly(appended.entry());
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .until(() -> told.bodies().contains(note("group commit").body()));
  }

  @Test
  void aMessageToTheBrokerTakesPartInTheTransaction() throws Exception {
    try (JMSContext listening = broker.createContext();
        JMSConsumer consumer = listening.createConsumer(topic, "probe = '" + stream + "'")) {
      transaction.begin();
      send("taken back");
      transaction.rollback();
      transaction.begin();
      send("committed");
      transaction.commit();

      assertThat(consumer.receive(LONG_ENOUGH.toMillis()).getStringProperty("what"))
          .isEqualTo("committed");
      assertThat(consumer.receiveNoWait()).isNull();
    }
  }

  /** News that the product itself could send: its listener reads it too. */
  private void send(String what) {
    SessionsRevoked nobodys =
        new SessionsRevoked(
            new AccountId(UUID.randomUUID()),
            Set.of(new SessionId(UUID.randomUUID())),
            SessionEnd.REVOKED);
    try (JMSContext context = broker.createContext()) {
      context
          .createProducer()
          .setProperty("probe", stream.toString())
          .setProperty("what", what)
          .send(topic, messages.encode(nobodys));
    }
  }

  private AccountId someone() {
    String name = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    return people
        .register(
            new Username(name),
            NewPassword.of("correct horse battery"),
            DeviceClaim.NONE,
            null,
            "127.0.0.1")
        .account()
        .id();
  }

  private NewEntry note(String words) {
    return new NewEntry(
        stream, "test.note", null, null, null, "{\"" + stream + "\":\"" + words + "\"}");
  }

  private long head(StreamId of) {
    return journal.heads(List.of(of)).getOrDefault(of, 0L);
  }

  private static File archiveOf(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
