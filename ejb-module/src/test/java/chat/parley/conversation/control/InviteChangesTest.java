package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateInviteLink;
import chat.parley.conversation.GroupFull;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettingsChange;
import chat.parley.conversation.Invitation;
import chat.parley.conversation.InvitationOver;
import chat.parley.conversation.InviteLink;
import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.NewInviteLink;
import chat.parley.conversation.Permitted;
import chat.parley.conversation.TooManyInviteLinks;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.TestJournal;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import chat.parley.platform.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InviteChangesTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Secret NEVER_TOLD = new Secret("A".repeat(43));
  private static final CreateInviteLink ENDLESS = new CreateInviteLink(null, null);

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final AccountId cyd = conversations.person();
  private final AccountId eve = conversations.person();
  private final ConversationId group = conversations.group(ada, bob);
  private Instant now = NOON;

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  private <T> T invites(Function<InviteChanges, T> question) {
    return conversations.invites(Clock.fixed(now, ZoneOffset.UTC), question);
  }

  private void groups(Consumer<GroupChanges> work) {
    conversations.groups(
        changes -> {
          work.accept(changes);
          return group;
        });
  }

  private void rules(@Nullable Permitted inviting, @Nullable Boolean approval) {
    GroupSettingsChange change =
        new GroupSettingsChange(null, inviting, null, null, approval, null);
    groups(changes -> changes.change(ada, group, new ChangeGroup(null, null, change)));
  }

  private NewInviteLink link(AccountId maker, CreateInviteLink wish) {
    return invites(changes -> changes.create(maker, group, wish));
  }

  private Secret token() {
    return link(ada, ENDLESS).token();
  }

  private JoinedGroup join(AccountId who, Secret token) {
    return invites(changes -> changes.join(who, token));
  }

  private Invitation look(AccountId who, Secret token) {
    return invites(changes -> changes.look(who, token));
  }

  private List<InviteLink> listed(AccountId who) {
    return invites(changes -> changes.list(who, group));
  }

  private List<AccountId> waiting() {
    return invites(changes -> changes.requests(ada, group, null, 10)).items();
  }

  private void decide(AccountId by, AccountId target, boolean accepted) {
    invites(
        changes -> {
          changes.decide(by, group, target, accepted);
          return group;
        });
  }

  private void revoke(AccountId by, InviteLink link) {
    invites(
        changes -> {
          changes.revoke(by, group, link.id());
          return group;
        });
  }

  private Entry last(StreamId stream) {
    List<Entry> entries = journal.verified(stream);
    return entries.get(entries.size() - 1);
  }

  private Entry last() {
    return last(StreamId.conversation(group.value()));
  }

  private List<String> told(AccountId person) {
    return journal.verified(StreamId.user(person.value())).stream()
        .filter(entry -> entry.kind().startsWith("join."))
        .map(entry -> entry.kind() + entry.body())
        .toList();
  }

  private String told(String kind, AccountId account) {
    return kind + "{\"conversation\":\"" + group + "\",\"account\":\"" + account + "\"}";
  }

  private static void assertRefused(
      Class<? extends ParleyException> refusal, ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOf(refusal);
  }

  @Test
  void whoHasTheTokenJoinsOnceAndItIsTold() {
    Secret token = token();

    assertThat(look(eve, token))
        .isEqualTo(new Invitation(group, "walks", "", 2, false, Invitation.Standing.STRANGER));
    assertThat(join(eve, token)).isEqualTo(new JoinedGroup(group, true));
    assertThat(join(eve, token)).isEqualTo(new JoinedGroup(group, true));
    assertThat(last().body())
        .isEqualTo("{\"account\":\"" + eve + "\",\"role\":\"member\",\"how\":\"link\"}");
    assertThat(last().by()).isEqualTo(eve);
    assertThat(last().seq()).isEqualTo(2);
    assertThat(last(StreamId.user(eve.value())).kind()).isEqualTo("conversation.opened");
    assertThat(look(eve, token).standing()).isEqualTo(Invitation.Standing.MEMBER);
    assertThat(listed(ada)).singleElement().extracting(InviteLink::uses).isEqualTo(1);
  }

  @Test
  void aTokenIsNewEachTimeAndKeptAsItsHash() {
    NewInviteLink one = link(ada, ENDLESS);
    NewInviteLink other = link(ada, ENDLESS);

    assertThat(one.token().value())
        .matches("[A-Za-z0-9_-]{43}")
        .isNotEqualTo(other.token().value());
    assertThat(one.toString()).doesNotContain(one.token().value());
    String rows =
        conversations
            .entities()
            .transaction(
                entities ->
                    String.valueOf(
                        entities
                            .createNativeQuery(
                                "SELECT CAST(i AS text) FROM conversation_invite_link i")
                            .getResultList()));
    assertThat(rows)
        .contains(one.link().id().toString())
        .doesNotContain(one.token().value(), other.token().value());
    assertRefused(InvitationOver.class, () -> join(eve, NEVER_TOLD));
    assertRefused(InvitationOver.class, () -> look(eve, NEVER_TOLD));
  }

  @Test
  void aLinkEndsAtItsTime() {
    Secret token = link(ada, new CreateInviteLink(Duration.ofHours(1), null)).token();
    now = NOON.plus(Duration.ofHours(1)).minusNanos(1);
    assertThat(join(cyd, token).member()).isTrue();
    now = NOON.plus(Duration.ofHours(1));
    assertRefused(InvitationOver.class, () -> look(eve, token));
    assertRefused(InvitationOver.class, () -> join(eve, token));
    assertThat(look(cyd, token).standing())
        .as("for who is in, it still names the group")
        .isEqualTo(Invitation.Standing.MEMBER);
    assertThat(listed(ada)).as("until somebody revokes it").hasSize(1);
  }

  @Test
  void theLastPlaceOfALinkIsGivenOnce() throws Exception {
    Secret token = link(ada, new CreateInviteLink(null, 3)).token();
    List<AccountId> people = conversations.people(8);
    List<Boolean> in = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(people.size());
    try {
      CyclicBarrier start = new CyclicBarrier(people.size());
      List<Future<Boolean>> running = new ArrayList<>();
      for (AccountId person : people) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return join(person, token).member();
                  } catch (InvitationOver late) {
                    return false;
                  }
                }));
      }
      for (Future<Boolean> each : running) {
        in.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(in).filteredOn(joined -> joined).hasSize(3);
    assertThat(look(ada, token).members()).isEqualTo(5);
    assertThat(listed(ada)).singleElement().extracting(InviteLink::uses).isEqualTo(3);
  }

  @Test
  void aLinkIsGoodWhileItsMakerMayInvite() {
    assertRefused(Forbidden.class, () -> link(bob, ENDLESS));
    rules(Permitted.MEMBERS, null);
    Secret token = link(bob, ENDLESS).token();
    assertThat(look(eve, token).name()).isEqualTo("walks");
    rules(Permitted.ADMINS, null);
    assertRefused(InvitationOver.class, () -> look(eve, token));
    assertRefused(InvitationOver.class, () -> join(eve, token));
    groups(changes -> changes.setRole(ada, group, bob, GroupRole.ADMIN));
    assertThat(join(cyd, token).member()).isTrue();
    groups(changes -> changes.remove(ada, group, bob));
    assertRefused(InvitationOver.class, () -> join(eve, token));
  }

  @Test
  void itsMakerAndAdminsSeeALinkAndRevokeIt() {
    rules(Permitted.MEMBERS, null);
    groups(changes -> changes.add(ada, group, List.of(cyd)));
    NewInviteLink ofAda = link(ada, ENDLESS);
    NewInviteLink ofBob = link(bob, ENDLESS);

    assertThat(listed(ada)).containsExactly(ofBob.link(), ofAda.link());
    assertThat(listed(bob)).containsExactly(ofBob.link());
    assertThat(listed(cyd)).isEmpty();
    assertRefused(NotFound.class, () -> revoke(bob, ofAda.link()));
    assertRefused(NotFound.class, () -> revoke(cyd, ofBob.link()));
    revoke(bob, ofBob.link());
    revoke(ada, ofBob.link());
    revoke(ada, ofAda.link());
    assertThat(listed(ada)).isEmpty();
    assertRefused(InvitationOver.class, () -> join(eve, ofAda.token()));
    assertRefused(InvitationOver.class, () -> look(eve, ofBob.token()));
  }

  @Test
  void aGroupHasSoManyLinks() {
    for (int i = 0; i < Limits.INVITE_LINKS; i++) {
      link(ada, ENDLESS);
    }
    assertRefused(TooManyInviteLinks.class, () -> link(ada, ENDLESS));
    revoke(ada, listed(ada).get(0));
    link(ada, ENDLESS);
  }

  @Test
  void aWishHasBounds() {
    new CreateInviteLink(Limits.INVITE_LINK_LIFE, Limits.GROUP_MEMBERS);
    for (Duration wrong :
        List.of(Duration.ZERO, Duration.ofSeconds(-1), Limits.INVITE_LINK_LIFE.plusSeconds(1))) {
      assertRefused(InvalidInput.class, () -> new CreateInviteLink(wrong, null));
    }
    for (int wrong : new int[] {0, -1, Limits.GROUP_MEMBERS + 1}) {
      assertRefused(InvalidInput.class, () -> new CreateInviteLink(null, wrong));
    }
  }

  @Test
  void whereAnAdminHasToSaySoHeIsAsked() {
    rules(null, true);
    Secret token = link(ada, new CreateInviteLink(null, 2)).token();

    for (AccountId person : List.of(cyd, eve)) {
      assertThat(join(person, token)).isEqualTo(new JoinedGroup(group, false));
      assertThat(join(person, token)).isEqualTo(new JoinedGroup(group, false));
      assertThat(look(person, token).standing()).isEqualTo(Invitation.Standing.REQUESTED);
    }
    assertThat(told(ada)).containsExactly(told("join.requested", cyd), told("join.requested", eve));
    assertThat(told(bob)).as("no admin").isEmpty();
    assertThat(waiting()).containsExactlyInAnyOrder(cyd, eve);
    assertRefused(InvitationOver.class, () -> join(conversations.person(), token));
    assertRefused(Forbidden.class, () -> decide(bob, eve, true));
    assertRefused(
        Forbidden.class, () -> invites(changes -> changes.requests(bob, group, null, 10)));

    decide(ada, cyd, true);
    assertThat(last().body())
        .isEqualTo("{\"account\":\"" + cyd + "\",\"role\":\"member\",\"how\":\"request\"}");
    assertThat(last().by()).isEqualTo(ada);
    assertRefused(NotFound.class, () -> decide(ada, cyd, true));
    assertThat(waiting()).containsExactly(eve);
  }

  @Test
  void whoIsDeclinedIsToldAndMayAskAgain() {
    rules(null, true);
    groups(changes -> changes.setRole(ada, group, bob, GroupRole.ADMIN));
    Secret token = token();
    join(eve, token);
    decide(bob, eve, false);

    for (AccountId person : List.of(ada, bob)) {
      assertThat(told(person))
          .containsExactly(told("join.requested", eve), told("join.declined", eve));
    }
    assertThat(told(eve)).containsExactly(told("join.declined", eve));
    assertThat(waiting()).isEmpty();
    assertThat(last().kind()).isEqualTo("member.role");
    assertThat(look(eve, token).standing()).isEqualTo(Invitation.Standing.STRANGER);
    assertThat(join(eve, token).member()).isFalse();
    assertThat(waiting()).containsExactly(eve);
  }

  @Test
  void whoIsAddedOrBannedWaitsNoMore() {
    rules(null, true);
    Secret token = token();
    join(cyd, token);
    join(eve, token);
    groups(changes -> changes.add(ada, group, List.of(cyd)));
    groups(changes -> changes.ban(ada, group, eve));

    assertThat(waiting()).isEmpty();
    assertRefused(Forbidden.class, () -> look(eve, token));
    assertRefused(Forbidden.class, () -> join(eve, token));
    groups(changes -> changes.unban(ada, group, eve));
    assertThat(join(eve, token).member()).isFalse();
  }

  @Test
  void thoseWhoWaitArePagedThrough() {
    rules(null, true);
    Secret token = token();
    List<AccountId> people = conversations.people(3);
    people.forEach(person -> join(person, token));
    var first = invites(changes -> changes.requests(ada, group, null, 2));
    AccountId after = first.items().get(1);
    var second = invites(changes -> changes.requests(ada, group, after, 2));

    assertThat(first.next()).isEqualTo(after.toString());
    assertThat(second.next()).isNull();
    assertThat(first.items()).hasSize(2).doesNotContainAnyElementsOf(second.items());
    assertThat(second.items()).hasSize(1);
  }

  @Test
  void onlySoManyWait() {
    rules(null, true);
    Secret token = token();
    List<AccountId> people = conversations.people(Limits.GROUP_MEMBERS);
    conversations
        .entities()
        .transaction(
            entities -> {
              InviteRecords records = new InviteRecords(entities);
              people.forEach(person -> records.request(group, person, NOON));
              return people;
            });

    assertRefused(GroupFull.class, () -> join(eve, token));
    assertThat(listed(ada).get(0).uses()).isZero();
    decide(ada, people.get(0), false);
    assertThat(join(eve, token).member()).isFalse();
  }

  @Test
  void nothingLeadsIntoAGroupThatIsNoMore() {
    rules(null, true);
    Secret token = token();
    join(eve, token);
    groups(changes -> changes.delete(ada, group));
    for (AccountId person : List.of(eve, cyd, ada)) {
      assertRefused(InvitationOver.class, () -> look(person, token));
      assertRefused(InvitationOver.class, () -> join(person, token));
    }
  }

  @Test
  void strangersFindNothing() {
    InviteLink link = link(ada, ENDLESS).link();
    assertRefused(NotFound.class, () -> link(eve, ENDLESS));
    assertRefused(NotFound.class, () -> listed(eve));
    assertRefused(NotFound.class, () -> revoke(eve, link));
    assertRefused(NotFound.class, () -> decide(eve, eve, true));
    assertRefused(NotFound.class, () -> invites(changes -> changes.requests(eve, group, null, 10)));
    ConversationId direct = conversations.open(ada, bob).conversation().id();
    assertRefused(Forbidden.class, () -> invites(changes -> changes.create(ada, direct, ENDLESS)));
  }
}
