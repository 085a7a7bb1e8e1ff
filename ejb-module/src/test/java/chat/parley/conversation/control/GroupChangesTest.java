package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupFull;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettings;
import chat.parley.conversation.GroupSettingsChange;
import chat.parley.conversation.LastOwner;
import chat.parley.conversation.Membership;
import chat.parley.conversation.Permitted;
import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.GroupCommit;
import chat.parley.journal.control.TestJournal;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.Ids;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupChangesTest {

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final AccountId cyd = conversations.person();
  private final AccountId eve = conversations.person();
  private final ConversationId group = conversations.group(ada, bob, cyd);

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  private void change(Consumer<GroupChanges> work) {
    conversations.groups(
        changes -> {
          work.accept(changes);
          return group;
        });
  }

  private List<String> kinds() {
    return entries().stream().map(Entry::kind).toList();
  }

  private List<Entry> entries() {
    return journal.verified(StreamId.conversation(group.value()));
  }

  private Entry last() {
    List<Entry> entries = entries();
    return entries.get(entries.size() - 1);
  }

  private Entry lastOf(AccountId person) {
    List<Entry> entries = journal.verified(StreamId.user(person.value()));
    return entries.get(entries.size() - 1);
  }

  private ConversationView view(AccountId viewer) {
    return conversations
        .entities()
        .transaction(entities -> new ConversationRecords(entities).find(group, viewer))
        .orElseThrow();
  }

  private List<AccountId> members() {
    return conversations
        .entities()
        .transaction(entities -> new ConversationRecords(entities).members(group, null, 100))
        .items()
        .stream()
        .map(Membership::account)
        .toList();
  }

  @Test
  void whoIsNoMoreLeavesTheGroupToAnAdminElseToWhoIsInItForLongest() {
    change(changes -> changes.setRole(ada, group, cyd, GroupRole.ADMIN));
    change(changes -> changes.vanish(ada, group));

    assertThat(kinds()).endsWith("member.role", "member.left");
    assertThat(last().body()).isEqualTo("{\"account\":\"" + ada + "\",\"deleted\":true}");
    assertThat(members()).containsExactlyInAnyOrder(bob, cyd);
    assertThat(view(cyd).own().role()).isEqualTo(GroupRole.OWNER);
    assertThat(view(ada).own().leftSeq()).isEqualTo(last().seq());

    change(changes -> changes.vanish(ada, group));
    change(changes -> changes.vanish(cyd, group));
    assertThat(view(bob).own().role()).isEqualTo(GroupRole.OWNER);

    change(changes -> changes.vanish(bob, group));
    assertThat(kinds()).endsWith("member.left", "conversation.deleted");
    assertThat(members()).isEmpty();
  }

  @Test
  void aNewGroupIsToldToEverybodyInIt() {
    assertThat(last().body())
        .isEqualTo(
            "{\"kind\":\"sealed\",\"type\":\"group\",\"name\":\"walks\",\"description\":\"\","
                + "\"settings\":{\"approval\":false,\"disappearing\":0,\"editing\":\"admins\","
                + "\"inviting\":\"admins\",\"pinning\":\"admins\",\"posting\":\"members\"},"
                + "\"members\":[{\"account\":\""
                + ada
                + "\",\"role\":\"owner\"},{\"account\":\""
                + bob
                + "\",\"role\":\"member\"},{\"account\":\""
                + cyd
                + "\",\"role\":\"member\"}]}");
    for (AccountId member : List.of(ada, bob, cyd)) {
      assertThat(lastOf(member).body())
          .isEqualTo("{\"conversation\":\"" + group + "\",\"joinedSeq\":1}");
      assertThat(view(member).own().joinedSeq()).isEqualTo(1);
    }
    assertThat(view(ada).own().role()).isEqualTo(GroupRole.OWNER);
    assertThat(view(bob).own().role()).isEqualTo(GroupRole.MEMBER);
    assertThat(view(bob).group()).isNotNull();
    assertThat(view(bob).group().members()).isEqualTo(3);
  }

  @Test
  void theSameKeyMakesOneGroupAlsoAtTheSameMoment() throws Exception {
    UUID key = Ids.next();
    CreateGroup wish =
        new CreateGroup(
            key, ConversationKind.SEALED, "once", "", List.of(bob), GroupSettings.DEFAULT);
    List<GroupChanges.Made> made =
        together(4, i -> conversations.groups(g -> g.create(ada, wish, List.of(bob))));

    assertThat(made).extracting(GroupChanges.Made::id).containsOnly(made.get(0).id());
    assertThat(made).filteredOn(GroupChanges.Made::created).hasSize(1);
    GroupChanges.Made ofBob = conversations.groups(g -> g.create(bob, wish, List.of()));
    assertThat(ofBob.created()).as("the key is each person's own").isTrue();
  }

  @Test
  void whoIsAddedBeginsWithTheEntryThatSaysSo() {
    List<AccountId> added =
        conversations.groups(changes -> changes.add(ada, group, List.of(eve, bob)));

    assertThat(added).containsExactly(eve);
    assertThat(last().body())
        .isEqualTo("{\"account\":\"" + eve + "\",\"role\":\"member\",\"how\":\"added\"}");
    assertThat(view(eve).own().joinedSeq()).isEqualTo(last().seq()).isEqualTo(2);
    assertThat(lastOf(eve).body())
        .isEqualTo("{\"conversation\":\"" + group + "\",\"joinedSeq\":2}");
    change(changes -> changes.add(ada, group, List.of(eve)));
    assertThat(kinds()).containsExactly("conversation.created", "member.joined");
  }

  @Test
  void whoIsRemovedEndsWithTheEntryThatSaysSoAndMayComeBack() {
    change(changes -> changes.remove(ada, group, bob));
    change(changes -> changes.remove(ada, group, bob));

    assertThat(kinds()).containsExactly("conversation.created", "member.removed");
    assertThat(view(bob).own().leftSeq()).isEqualTo(2);
    assertThat(lastOf(bob).body()).isEqualTo("{\"conversation\":\"" + group + "\",\"leftSeq\":2}");
    change(changes -> changes.change(ada, group, new ChangeGroup("secret", null, null)));
    assertThat(view(bob).name()).as("what he knew").isEqualTo("walks");
    assertThat(view(bob).group()).isNull();
    assertThat(members()).containsExactlyInAnyOrder(ada, cyd);

    change(changes -> changes.add(ada, group, List.of(bob)));
    assertThat(view(bob).own()).isEqualTo(new Membership(group, bob, 4, null, GroupRole.MEMBER));
    assertThat(view(bob).name()).isEqualTo("secret");
  }

  @Test
  void onlyWhatChangesIsTold() {
    change(
        changes ->
            changes.change(
                ada,
                group,
                new ChangeGroup(
                    "walks",
                    " every \"Sunday\"\n",
                    new GroupSettingsChange(Permitted.ADMINS, null, null, null, true, 0))));
    assertThat(last().body())
        .isEqualTo(
            "{\"description\":\"every \\\"Sunday\\\"\","
                + "\"settings\":{\"approval\":true,\"posting\":\"admins\"}}");
    change(changes -> changes.change(ada, group, new ChangeGroup("walks", null, null)));
    assertThat(entries()).hasSize(2);
  }

  @Test
  void nobodyDoesWhatHisRoleDoesNotAllow() {
    refused(changes -> changes.change(bob, group, new ChangeGroup("mine", null, null)));
    refused(changes -> changes.add(bob, group, List.of(eve)));
    refused(changes -> changes.remove(bob, group, cyd));
    refused(changes -> changes.remove(bob, group, eve));
    refused(changes -> changes.ban(bob, group, cyd));
    refused(changes -> changes.unban(bob, group, cyd));
    refused(changes -> changes.banned(bob, group, null, 10));
    refused(changes -> changes.setRole(bob, group, bob, GroupRole.ADMIN));
    refused(changes -> changes.delete(bob, group));
    change(changes -> changes.setRole(ada, group, bob, GroupRole.ADMIN));
    refused(changes -> changes.remove(bob, group, ada));
    refused(changes -> changes.ban(bob, group, ada));
    refused(changes -> changes.setRole(bob, group, bob, GroupRole.OWNER));
    refused(changes -> changes.setRole(bob, group, ada, GroupRole.MEMBER));
    refused(changes -> changes.delete(bob, group));
    assertThat(kinds()).containsExactly("conversation.created", "member.role");
  }

  private void refused(Consumer<GroupChanges> work) {
    assertThatThrownBy(() -> change(work)).isInstanceOf(Forbidden.class);
  }

  @Test
  void strangersAndFormerMembersFindNothing() {
    change(changes -> changes.remove(ada, group, cyd));
    for (AccountId outsider : List.of(eve, cyd)) {
      for (Consumer<GroupChanges> work :
          List.<Consumer<GroupChanges>>of(
              changes -> changes.change(outsider, group, new ChangeGroup("x", null, null)),
              changes -> changes.add(outsider, group, List.of(outsider)),
              changes -> changes.remove(outsider, group, bob),
              changes -> changes.ban(outsider, group, bob),
              changes -> changes.setRole(outsider, group, outsider, GroupRole.OWNER),
              changes -> changes.delete(outsider, group))) {
        assertThatThrownBy(() -> change(work)).isInstanceOf(NotFound.class);
      }
    }
    assertThatThrownBy(() -> change(changes -> changes.leave(eve, group)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aDirectConversationIsNoGroup() {
    ConversationId direct = conversations.open(ada, bob).conversation().id();
    assertThatThrownBy(
            () -> conversations.groups(changes -> changes.add(ada, direct, List.of(cyd))))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aBanKeepsOutUntilItIsLifted() {
    change(changes -> changes.ban(ada, group, bob));
    change(changes -> changes.ban(ada, group, bob));
    assertThat(last().body()).isEqualTo("{\"account\":\"" + bob + "\",\"banned\":true}");
    assertThatThrownBy(() -> change(changes -> changes.add(ada, group, List.of(eve, bob))))
        .isInstanceOf(InvalidInput.class);
    assertThat(members()).doesNotContain(eve);
    assertThat(conversations.groups(changes -> changes.banned(ada, group, null, 10)).items())
        .containsExactly(bob);
    change(changes -> changes.unban(ada, group, bob));
    change(changes -> changes.unban(ada, group, bob));
    change(changes -> changes.add(ada, group, List.of(bob)));
    assertThat(kinds())
        .containsExactly(
            "conversation.created", "member.removed", "member.unbanned", "member.joined");
  }

  @Test
  void aGroupKeepsAnOwnerAndEndsWithItsLastMember() {
    assertThatThrownBy(() -> change(changes -> changes.leave(ada, group)))
        .isInstanceOf(LastOwner.class);
    assertThatThrownBy(() -> change(changes -> changes.setRole(ada, group, ada, GroupRole.ADMIN)))
        .isInstanceOf(LastOwner.class);
    change(changes -> changes.setRole(ada, group, bob, GroupRole.OWNER));
    change(changes -> changes.leave(ada, group));
    change(changes -> changes.leave(ada, group));
    change(changes -> changes.leave(cyd, group));
    change(changes -> changes.leave(bob, group));

    assertThat(kinds())
        .containsExactly(
            "conversation.created",
            "member.role",
            "member.left",
            "member.left",
            "member.left",
            "conversation.deleted");
    assertThat(view(bob).own().leftSeq()).isEqualTo(5);
    assertThat(members()).isEmpty();
  }

  @Test
  void aDeletedGroupIsOverForEverybody() {
    GroupCommit node = journal.node();
    change(changes -> changes.delete(ada, group));

    assertThat(kinds()).containsExactly("conversation.created", "conversation.deleted");
    for (AccountId member : List.of(ada, bob, cyd)) {
      assertThat(view(member).own().leftSeq()).isEqualTo(2);
      assertThat(lastOf(member).kind()).isEqualTo("conversation.closed");
      assertThat(send(node, member)).isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> change(changes -> changes.add(ada, group, List.of(eve))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whoMayWriteIsARuleOfTheGroup() {
    GroupCommit node = journal.node();
    assertThat(send(node, bob)).isNull();
    change(
        changes ->
            changes.change(
                ada,
                group,
                new ChangeGroup(
                    null,
                    null,
                    new GroupSettingsChange(Permitted.ADMINS, null, null, null, null, null))));
    assertThat(send(node, bob)).isInstanceOf(Forbidden.class);
    assertThat(send(node, eve)).isInstanceOf(NotFound.class);
    assertThat(send(node, ada)).isNull();
    change(changes -> changes.setRole(ada, group, bob, GroupRole.ADMIN));
    assertThat(send(node, bob)).isNull();
    change(changes -> changes.remove(ada, group, bob));
    assertThat(send(node, bob)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatLeadsAGroupIsForItsAdminsAndOwnersAtThatMoment() {
    GroupCommit node = journal.node();
    assertThat(append(node, ada, MembersOnly.LEADING)).isNull();
    assertThat(append(node, bob, MembersOnly.LEADING)).isInstanceOf(Forbidden.class);
    assertThat(append(node, eve, MembersOnly.LEADING)).isInstanceOf(NotFound.class);
    change(changes -> changes.setRole(ada, group, bob, GroupRole.ADMIN));
    assertThat(append(node, bob, MembersOnly.LEADING)).isNull();
    change(changes -> changes.setRole(ada, group, bob, GroupRole.MEMBER));
    assertThat(append(node, bob, MembersOnly.LEADING)).isInstanceOf(Forbidden.class);
  }

  private @Nullable ParleyException send(GroupCommit node, AccountId by) {
    return append(node, by, MembersOnly.POSTING);
  }

  private @Nullable ParleyException append(GroupCommit node, AccountId by, MembersOnly guard) {
    CompletableFuture<Appended> answer =
        node.append(
                new NewEntry(
                    StreamId.conversation(group.value()),
                    "message",
                    by,
                    DeviceId.next(),
                    Ids.next(),
                    "x"),
                guard)
            .toCompletableFuture();
    return (ParleyException) answer.handle((done, refusal) -> refusal).join();
  }

  @Test
  void aGroupHasABound() {
    for (int i = 0; i < 4; i++) {
      int batch = i < 3 ? Limits.GROUP_MEMBERS_AT_ONCE : Limits.GROUP_MEMBERS_AT_ONCE - 3;
      List<AccountId> people = conversations.people(batch);
      change(changes -> changes.add(ada, group, people));
    }
    assertThat(view(ada).group()).isNotNull();
    assertThat(view(ada).group().members()).isEqualTo(Limits.GROUP_MEMBERS);
    assertThatThrownBy(() -> change(changes -> changes.add(ada, group, List.of(eve))))
        .isInstanceOf(GroupFull.class);
    change(changes -> changes.remove(ada, group, bob));
    change(changes -> changes.add(ada, group, List.of(eve)));
    assertThat(entries()).hasSize(1 + Limits.GROUP_MEMBERS - 3 + 2);
  }

  @Test
  void twoAdminsWhoRemoveOneAnotherTakeTurns() throws Exception {
    change(changes -> changes.setRole(ada, group, bob, GroupRole.ADMIN));
    change(changes -> changes.setRole(ada, group, cyd, GroupRole.ADMIN));
    List<String> results =
        together(
            2,
            i -> {
              try {
                change(changes -> changes.remove(i == 0 ? bob : cyd, group, i == 0 ? cyd : bob));
                return "removed";
              } catch (NotFound gone) {
                return "gone";
              }
            });
    assertThat(results).containsExactlyInAnyOrder("removed", "gone");
    assertThat(members()).hasSize(2);
  }

  @Test
  void ownersWhoLeaveTogetherLeaveOneBehind() throws Exception {
    change(changes -> changes.setRole(ada, group, bob, GroupRole.OWNER));
    List<String> results =
        together(
            2,
            i -> {
              try {
                change(changes -> changes.leave(i == 0 ? ada : bob, group));
                return "left";
              } catch (LastOwner kept) {
                return "kept";
              }
            });
    assertThat(results).containsExactlyInAnyOrder("left", "kept");
  }

  @Test
  void messagesAndRemovalsInTheSameMomentNeverCross() throws Exception {
    GroupCommit one = journal.node();
    GroupCommit other = journal.node();
    for (int round = 0; round < 20; round++) {
      together(
          3,
          i -> {
            if (i == 0) {
              change(changes -> changes.remove(ada, group, bob));
            } else {
              GroupCommit node = i == 1 ? one : other;
              for (int n = 0; n < 5; n++) {
                send(node, bob);
              }
            }
            return "done";
          });
      long removed = last("member.removed");
      assertThat(entries())
          .filteredOn(entry -> entry.kind().equals("message") && entry.seq() > removed)
          .isEmpty();
      assertThat(view(bob).own().leftSeq()).isEqualTo(removed);
      change(changes -> changes.add(ada, group, List.of(bob)));
    }
  }

  private long last(String kind) {
    return entries().stream()
        .filter(entry -> entry.kind().equals(kind))
        .mapToLong(Entry::seq)
        .max()
        .orElse(0);
  }

  private interface Work<T> {
    T of(int number);
  }

  private static <T> List<T> together(int count, Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier start = new CyclicBarrier(count);
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.of(number);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
