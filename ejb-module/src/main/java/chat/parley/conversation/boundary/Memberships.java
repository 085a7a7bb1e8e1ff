package chat.parley.conversation.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.Membership;
import chat.parley.conversation.NotAnMlsMessage;
import chat.parley.conversation.Seat;
import chat.parley.conversation.control.ConversationRecords;
import chat.parley.conversation.control.MemberCache;
import chat.parley.conversation.control.MemberQueries;
import chat.parley.conversation.control.MemberTable;
import chat.parley.conversation.control.MembersOnly;
import chat.parley.journal.AppendGuard;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to what: the one door that grants access to a conversation. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class Memberships {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @Inject private MemberCache cache;
  @Inject private MemberQueries queries;

  /**
   * The membership that every use of a conversation begins with, as it is now.
   *
   * @throws NotFound when the account is not a member now, or there is no such conversation: the
   *     caller cannot tell which
   */
  public Membership requireMember(ConversationId conversation, AccountId account) {
    Membership membership = requireReader(conversation, account);
    if (!membership.isCurrent()) {
      throw new NotFound();
    }
    return membership;
  }

  /**
   * The membership that every reading of a conversation begins with, also one that has ended: it
   * says from where to where the account may read.
   *
   * @throws NotFound when the account never was a member, or there is no such conversation: the
   *     caller cannot tell which
   */
  public Membership requireReader(ConversationId conversation, AccountId account) {
    Seat seat = new Seat(conversation, account);
    Membership known = cache.known(seat);
    return known != null ? known : requireTaken(seat);
  }

  private Membership requireTaken(Seat seat) {
    MemberTable.@Nullable Row row = rows(List.of(seat)).get(seat);
    if (row == null) {
      throw new NotFound();
    }
    return row.membership();
  }

  /** All memberships of an account, also those that have ended. */
  public List<Membership> of(AccountId account) {
    return new ConversationRecords(entities).of(account);
  }

  /** Those of the seats that are taken now. */
  public Set<Seat> taken(Collection<Seat> seats) {
    Set<Seat> taken = new HashSet<>();
    List<Seat> unknown = new ArrayList<>();
    for (Seat seat : seats) {
      if (cache.known(seat) != null) {
        taken.add(seat);
      } else {
        unknown.add(seat);
      }
    }
    if (!unknown.isEmpty()) {
      rows(unknown)
          .forEach(
              (seat, row) -> {
                if (row.membership().isCurrent()) {
                  taken.add(seat);
                }
              });
    }
    return taken;
  }

  /**
   * Makes sure that the account belongs to the conversation now, and that the server can read it.
   *
   * @throws NotFound when the account is not a member
   * @throws NotAnMlsMessage when the conversation is encrypted end to end
   */
  public void requireSealed(ConversationId conversation, AccountId account) {
    Seat seat = new Seat(conversation, account);
    MemberTable.@Nullable Row row = queries.rows(List.of(seat)).get(seat);
    if (row == null || !row.membership().isCurrent()) {
      throw new NotFound();
    }
    if (row.kind() != ConversationKind.SEALED) {
      throw new NotAnMlsMessage("This conversation is encrypted end to end: its messages are too.");
    }
  }

  /** Whether this is a conversation of the account, now or before, that is encrypted end to end. */
  public boolean isEncrypted(ConversationId conversation, AccountId account) {
    Seat seat = new Seat(conversation, account);
    MemberTable.@Nullable Row row = queries.rows(List.of(seat)).get(seat);
    return row != null && row.kind() == ConversationKind.E2EE;
  }

  /**
   * The membership of a conversation that is encrypted end to end, as it is now.
   *
   * @throws NotFound when the account is not a member now, or there is no such conversation, or the
   *     server can read it
   */
  public Membership requireEncrypted(ConversationId conversation, AccountId account) {
    Membership membership = requireEncryptedReader(conversation, account);
    if (!membership.isCurrent()) {
      throw new NotFound();
    }
    return membership;
  }

  /**
   * The membership of a conversation that is encrypted end to end, also one that has ended.
   *
   * @throws NotFound when the account never was a member, or there is no such conversation, or the
   *     server can read it
   */
  public Membership requireEncryptedReader(ConversationId conversation, AccountId account) {
    Seat seat = new Seat(conversation, account);
    MemberTable.@Nullable Row row = queries.rows(List.of(seat)).get(seat);
    if (row == null || row.kind() != ConversationKind.E2EE) {
      throw new NotFound();
    }
    return row.membership();
  }

  /**
   * Makes sure that all of these belong to a conversation now, of which the caller is a member.
   *
   * @throws NotFound when one of them does not
   */
  public void requireMembers(ConversationId conversation, Collection<AccountId> accounts) {
    Set<Seat> seats = new HashSet<>();
    accounts.forEach(account -> seats.add(new Seat(conversation, account)));
    if (taken(seats).size() < seats.size()) {
      throw new NotFound();
    }
  }

  /** Whether this is a conversation of two of whom one blocks the other. */
  public boolean isApart(ConversationId conversation, AccountId account) {
    Seat seat = new Seat(conversation, account);
    MemberTable.@Nullable Row row = queries.rows(List.of(seat)).get(seat);
    return row != null && row.apart();
  }

  /**
   * Those of the conversations whose members are too many to tell everybody of everybody: more than
   * {@link chat.parley.platform.Limits#MARKS_OF_MEMBERS}.
   */
  public Set<ConversationId> large(Collection<ConversationId> conversations) {
    return conversations.isEmpty() ? Set.of() : queries.large(conversations);
  }

  /**
   * The guard for entries that members make in a conversation: refuses everybody else's with {@link
   * NotFound}, as of the very {@code seq} the entry would get.
   */
  public static AppendGuard membersOnly() {
    return MembersOnly.GUARD;
  }

  /**
   * The guard for messages: as {@link #membersOnly}, and refuses members who may not write to the
   * group with {@link chat.parley.platform.Forbidden}, and two people of whom one blocks the other
   * with {@link chat.parley.conversation.PeopleApart}, and whoever writes to somebody whose account
   * is no more with {@link chat.parley.identity.AccountDeleted}, and what is not encrypted in a
   * conversation that is with {@link chat.parley.conversation.NotAnMlsMessage}.
   */
  public static AppendGuard postingOnly() {
    return MembersOnly.POSTING;
  }

  /**
   * The guard for messages that are encrypted end to end: as {@link #postingOnly}, but refuses a
   * sealed conversation with {@link chat.parley.platform.InvalidInput}.
   */
  public static AppendGuard postingEncryptedOnly() {
    return MembersOnly.POSTING_ENCRYPTED;
  }

  /**
   * The guard for what leads a group: as {@link #membersOnly}, and refuses members who are neither
   * admin nor owner with {@link chat.parley.platform.Forbidden}.
   */
  public static AppendGuard leadingOnly() {
    return MembersOnly.LEADING;
  }

  private Map<Seat, MemberTable.Row> rows(Collection<Seat> seats) {
    Map<Seat, MemberTable.Row> rows = queries.rows(seats);
    rows.forEach(cache::learn);
    return rows;
  }
}
