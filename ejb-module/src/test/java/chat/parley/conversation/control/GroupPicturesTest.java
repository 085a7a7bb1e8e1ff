package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.GroupSettingsChange;
import chat.parley.conversation.GroupView;
import chat.parley.conversation.Permitted;
import chat.parley.conversation.Picture;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.TestJournal;
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

  private static final Picture SUN = Picture.stored("image/png", new byte[] {1, 2, 3});
  private static final Picture MOON = Picture.stored("image/webp", new byte[] {4, 5});

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

  private void depict(AccountId by, @Nullable Picture picture) {
    conversations.depict(by, group, picture);
  }

  private Optional<Picture> kept(UUID id) {
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
    UUID sun = named().orElseThrow();
    assertThat(told()).isEqualTo("{\"picture\":\"" + sun + "\"}");
    assertThat(kept(sun)).contains(SUN);

    depict(ada, MOON);
    UUID moon = named().orElseThrow();
    assertThat(moon).isNotEqualTo(sun);
    assertThat(kept(moon)).contains(MOON);
    assertThat(kept(sun)).as("only the newest is kept").isEmpty();

    depict(ada, null);
    depict(ada, null);
    assertThat(told()).isEqualTo("{\"picture\":null}");
    assertThat(entries()).as("what changes nothing is not told").hasSize(4);
    assertThat(named()).isEmpty();
    assertThat(kept(moon)).isEmpty();
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
    UUID sun = named().orElseThrow();
    conversations.groups(
        changes -> {
          changes.delete(ada, group);
          return group;
        });
    assertThat(kept(sun)).isEmpty();
    assertThat(named()).isEmpty();
  }
}
