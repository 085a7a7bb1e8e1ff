package chat.parley.keys.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.NotAnMlsMessage;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.boundary.Journal;
import chat.parley.keys.Committed;
import chat.parley.keys.EpochConflict;
import chat.parley.keys.GroupEpoch;
import chat.parley.keys.MakeCommit;
import chat.parley.keys.Welcome;
import chat.parley.keys.control.ApplicationHeader;
import chat.parley.keys.control.EpochGuard;
import chat.parley.keys.control.GroupTable;
import chat.parley.keys.control.Handshake;
import chat.parley.keys.control.HandshakeRules;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.WireBytes;
import chat.parley.quota.Quota;
import chat.parley.quota.boundary.Quotas;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * The epochs of groups (RFC 9420): at most one commit for each, its Welcomes with it, and no
 * message of another one.
 *
 * <p>Every method with a conversation and an account throws {@link NotFound} when the account is no
 * member, or the conversation is not encrypted end to end: the caller cannot tell which.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Epochs {

  private static final Quota COMMITS =
      new Quota(
          "commit",
          Limits.COMMITS,
          Limits.COMMIT_WINDOW,
          "Too many changes at once. Wait, then try again.");

  @EJB private Memberships memberships;
  @EJB private Journal journal;
  @EJB private Quotas quotas;
  @EJB private EpochTransactions transactions;
  @Inject private GroupTable groups;
  @Inject private Clock clock;

  /**
   * Moves a group to its next epoch. What takes long is done before the stream is locked.
   *
   * @throws EpochConflict when the group is in another epoch
   * @throws chat.parley.keys.CommitInvalid when the commit, its GroupInfo or a Welcome breaks a
   *     rule
   * @throws chat.parley.keys.DeviceKeyNeeded when the device has no key
   * @throws chat.parley.platform.TooManyRequests when he commits too often
   */
  public Committed commit(MakeCommit wish) {
    memberships.requireEncrypted(wish.conversation(), wish.by());
    if (journal.isUsed(wish.device(), wish.cid())) {
      return transactions.repeat(wish);
    }
    quotas.take(COMMITS, wish.by().toString());
    GroupEpoch before = groups.find(wish.conversation()).orElse(null);
    long current = before == null ? 0 : before.epoch();
    if (wish.epoch() != current) {
      if (journal.isUsed(wish.device(), wish.cid())) {
        // The same wish was granted in this very moment.
        return transactions.repeat(wish);
      }
      throw new EpochConflict(current);
    }
    Handshake handshake =
        HandshakeRules.require(wish, before == null ? null : before.groupInfo(), clock.instant());
    return transactions.commit(wish, handshake);
  }

  /**
   * Where a group is, with what an external commit needs; empty before anybody has begun it.
   *
   * @throws NotFound when the caller is no member, or the conversation has no group
   */
  public Optional<GroupEpoch> group(AccountId me, ConversationId conversation) {
    memberships.requireEncrypted(conversation, me);
    return groups.find(conversation);
  }

  /**
   * The Welcome that waits for a device, if one does.
   *
   * @throws NotFound when the caller is no member, or the conversation has no group
   */
  public Optional<Welcome> welcome(AccountId me, DeviceId device, ConversationId conversation) {
    memberships.requireEncrypted(conversation, me);
    return groups.welcome(conversation, device);
  }

  /**
   * A commit that is too large for its entry in the log, for whoever may read that entry.
   *
   * @param seq the place of the entry
   * @throws NotFound when the caller may not, or it is not the entry of such a commit: he cannot
   *     tell which
   */
  public WireBytes largeCommit(AccountId me, ConversationId conversation, long seq) {
    Membership membership = memberships.requireEncryptedReader(conversation, me);
    if (seq < membership.joinedSeq() || seq > membership.ceiling()) {
      throw new NotFound();
    }
    return groups.commit(conversation, seq).orElseThrow(NotFound::new);
  }

  /** Forgets the Welcome of a device, which it has used; without one nothing happens. */
  @TransactionAttribute(REQUIRED)
  public void used(AccountId me, DeviceId device, ConversationId conversation) {
    memberships.requireEncrypted(conversation, me);
    groups.used(conversation, device);
  }

  /**
   * Makes sure that a body is an application message of the conversation's group and this epoch.
   *
   * @throws NotAnMlsMessage when it is not
   */
  public static void requireMessage(String body, ConversationId conversation, long epoch) {
    ApplicationHeader.require(body, conversation, epoch);
  }

  /**
   * Whether the author of a message has committed himself to this text: its SHA-256 stands first in
   * what he signed and did not encrypt. Nobody can commit himself to two texts with one message.
   *
   * @param body a message that {@link #requireMessage} has let pass
   */
  public static boolean isCommittedTo(String body, String text) {
    return ApplicationHeader.isCommittedTo(body, text);
  }

  /**
   * The guard for messages that {@link #requireMessage} has let pass: as {@link
   * Memberships#postingEncryptedOnly}, and refuses what is of another epoch than the group with
   * {@link chat.parley.keys.EpochStale}, and everything while somebody is in the group who should
   * not hear it with {@link chat.parley.keys.CommitNeeded}.
   */
  public static AppendGuard ofEpoch() {
    return EpochGuard.GUARD;
  }
}
