package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.GroupSettingsChange;
import chat.parley.conversation.GroupView;
import chat.parley.conversation.Permitted;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.TestJournal;
import chat.parley.media.Blob;
import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupPicturesTest {

  private static final MediaId SUN = MediaId.next();
  private static final MediaId MOON = MediaId.next();

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final AccountId eve = conversations.person();
  private final ConversationId group = conversations.group(ada, bob);

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  private void depict(AccountId by, @Nullable MediaId picture) {
    conversations.depict(by, group, picture);
  }

  private Optional<Blob> stored(MediaId id) {
    return conversations
        .entities()
        .transaction(entities -> new GroupPictures(entities).find(group, id));
  }

  private Optional<UUID> named() {
    return conversations
        .entities()
        .transaction(entities -> new ConversationRecords(entities).find(group, ada))
        .map(ConversationView::group)
        .map(GroupView::picture);
  }

  private List<Entry> entries() {
    return journal.verified(StreamId.conversation(group.value()));
  }

  private String told() {
    List<Entry> entries = entries();
    return entries.get(entries.size() - 1).body();
  }

  @Test
  void eachPictureHasANameOfItsOwn() {
    depict(ada, SUN);
    assertThat(named()).contains(SUN.value());
    assertThat(told()).isEqualTo("{\"picture\":\"" + SUN + "\"}");
    assertThat(conversations.kept()).containsExactly(SUN);

    depict(ada, MOON);
    assertThat(named()).contains(MOON.value());
    assertThat(conversations.kept()).as("only the newest is kept").containsExactly(MOON);

    depict(ada, null);
    depict(ada, null);
    assertThat(told()).isEqualTo("{\"picture\":null}");
    assertThat(entries()).as("what changes nothing is not told").hasSize(4);
    assertThat(named()).isEmpty();
    assertThat(conversations.kept()).isEmpty();
  }

  @Test
  void aPictureInTheDatabaseIsFoundUntilThereIsAnother() {
    conversations
        .entities()
        .transaction(
            entities ->
                entities
                    .createNativeQuery(
                        "INSERT INTO conversation_picture VALUES (?, ?, 'image/webp', '\\x0102')")
                    .setParameter(1, group.value())
                    .setParameter(2, SUN.value())
                    .executeUpdate());
    assertThat(stored(SUN)).contains(new Blob("image/webp", new byte[] {1, 2}));
    assertThat(stored(MOON)).isEmpty();

    depict(ada, MOON);
    assertThat(stored(SUN)).isEmpty();
  }

  @Test
  void whoMayChangeTheNameMayChangeThePicture() {
    assertThatThrownBy(() -> depict(bob, SUN)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> depict(bob, null)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> depict(eve, SUN)).isInstanceOf(NotFound.class);
    GroupSettingsChange all =
        new GroupSettingsChange(null, null, null, Permitted.MEMBERS, null, null);
    conversations.groups(
        changes -> {
          changes.change(ada, group, new ChangeGroup(null, null, all));
          return group;
        });
    depict(bob, SUN);
    assertThat(named()).isPresent();
  }

  @Test
  void aGroupThatIsNoMoreLeavesNoPicture() {
    depict(ada, SUN);
    conversations.groups(
        changes -> {
          changes.delete(ada, group);
          return group;
        });
    assertThat(conversations.kept()).isEmpty();
    assertThat(named()).isEmpty();
  }
}
