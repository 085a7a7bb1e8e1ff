package chat.parley.keys.boundary;

import chat.parley.conversation.PeopleApart;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.keys.CommitInvalid;
import chat.parley.keys.Committed;
import chat.parley.keys.DeviceKeyNeeded;
import chat.parley.keys.EpochConflict;
import chat.parley.keys.MakeCommit;
import chat.parley.keys.control.DeviceKeyTable;
import chat.parley.keys.control.DeviceKeyTable.Holder;
import chat.parley.keys.control.GroupTable;
import chat.parley.keys.control.Handshake;
import chat.parley.keys.control.LeafRules;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a commit does in one transaction. It first locks the counter of the stream, so that no
 * message, no other commit and no change of members comes between, then the keys of the devices,
 * and the row of the group last: in the same order as whoever changes a key.
 */
@Stateless
public class EpochTransactions {

  /** The word of a commit in the log. */
  static final String KIND = "mls.commit";

  @EJB private Journal journal;
  @EJB private Memberships memberships;
  @Inject private DeviceKeyTable keys;
  @Inject private GroupTable groups;
  @Inject private Clock clock;

  /**
   * Writes a commit whose handshake is good.
   *
   * @return of a repeated idempotency key what its first use gave
   */
  public Committed commit(MakeCommit wish, Handshake handshake) {
    StreamId stream = StreamId.conversation(wish.conversation().value());
    journal.hold(List.of(stream));
    if (journal.isUsed(wish.device(), wish.cid())) {
      return append(wish);
    }
    memberships.requireEncrypted(wish.conversation(), wish.by());
    if (memberships.isApart(wish.conversation(), wish.by())) {
      throw new PeopleApart();
    }
    long current = groups.epoch(wish.conversation());
    if (wish.epoch() != current) {
      throw new EpochConflict(current);
    }
    List<GroupTable.Leaf> before = groups.leaves(wish.conversation());
    Set<DeviceId> devices =
        Stream.concat(
                before.stream().map(GroupTable.Leaf::device),
                handshake.leaves().stream().map(Handshake.Leaf::device))
            .collect(Collectors.toSet());
    Map<DeviceId, Holder> holders = keys.hold(wish.conversation(), devices);
    if (!holders.containsKey(wish.device())) {
      throw new DeviceKeyNeeded();
    }
    Set<DeviceId> added = LeafRules.require(wish, handshake, before, holders);
    for (int i = 0; i < wish.welcomes().size(); i++) {
      if (!added.containsAll(wish.welcomes().get(i).devices())) {
        throw new CommitInvalid("A Welcome is for a device that the commit does not add.");
      }
    }
    if (!groups.move(wish.conversation(), wish.epoch(), wish.groupInfo(), handshake.leaves())) {
      throw new EpochConflict(groups.epoch(wish.conversation()));
    }
    if (handshake.external()) {
      // It is in by itself: a Welcome from before would lead it back.
      groups.used(wish.conversation(), wish.device());
    }
    Instant now = clock.instant();
    for (MakeCommit.ForDevices each : wish.welcomes()) {
      groups.welcome(wish.conversation(), wish.epoch() + 1, each, now);
    }
    Committed committed = append(wish);
    if (wish.isLarge()) {
      groups.keep(wish.conversation(), committed.seq(), wish.commit());
    }
    return committed;
  }

  /** What the first use of an idempotency key gave. */
  public Committed repeat(MakeCommit wish) {
    return append(wish);
  }

  private Committed append(MakeCommit wish) {
    StreamId stream = StreamId.conversation(wish.conversation().value());
    Entry entry =
        journal
            .appendInTransaction(
                List.of(
                    new NewEntry(stream, KIND, wish.by(), wish.device(), wish.cid(), body(wish))))
            .get(0);
    if (!entry.stream().equals(stream)
        || !entry.kind().equals(KIND)
        || (entry.body() != null && !body(wish).equals(entry.body()))) {
      throw new InvalidInput("/Idempotency-Key", "This key was used for something else.");
    }
    return new Committed(wish.epoch() + 1, entry.seq(), entry.at());
  }

  /**
   * JSON text of nothing but a number and base64url, which need no escapes. Of a large commit it is
   * a claim check (EIP): so every entry fits into a frame and into a message of the broker, and the
   * chain of hashes covers the commit all the same.
   */
  private static String body(MakeCommit wish) {
    String what =
        wish.isLarge()
            ? "\"sha256\":\"" + wish.commit().sha256().text()
            : "\"commit\":\"" + wish.commit().text();
    return "{\"epoch\":" + wish.epoch() + "," + what + "\"}";
  }
}
