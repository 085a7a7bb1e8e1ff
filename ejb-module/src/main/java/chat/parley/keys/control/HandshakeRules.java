package chat.parley.keys.control;

import chat.parley.keys.CommitInvalid;
import chat.parley.keys.MakeCommit;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be checked of a commit without a secret of the group and without the database: the
 * signatures, that the tree of the GroupInfo is what the commit makes of the tree before, and that
 * the GroupInfo continues the transcript with this very commit. So nobody can hide a leaf from the
 * server, or show those who come later another tree than the members have.
 */
public final class HandshakeRules {

  private HandshakeRules() {}

  /**
   * Looks at a commit.
   *
   * @param before the GroupInfo of the epoch that it was made in; null for the first commit of a
   *     group
   * @throws CommitInvalid when it breaks a rule
   */
  public static Handshake require(MakeCommit wish, @Nullable WireBytes before, Instant now) {
    MlsCommit commit;
    MlsGroupInfo after;
    MlsGroupInfo base;
    try {
      commit = MlsCommit.message(wish.commit().bytes());
    } catch (Malformed e) {
      throw new CommitInvalid("The commit is none: " + e.getMessage() + ".");
    }
    try {
      after = MlsGroupInfo.message(wish.groupInfo().bytes());
      base = before == null ? null : MlsGroupInfo.message(before.bytes());
    } catch (Malformed e) {
      throw new CommitInvalid("The GroupInfo is none: " + e.getMessage() + ".");
    }
    for (MakeCommit.ForDevices each : wish.welcomes()) {
      requireWelcome(each.welcome());
    }
    must(
        ApplicationHeader.isIn(commit.group(), wish.conversation())
            && ApplicationHeader.isIn(after.group(), wish.conversation()),
        "It is of another group.");
    must(
        commit.epoch() == wish.epoch() && after.epoch() == wish.epoch() + 1,
        "It is of another epoch than it says.");
    must(before != null || !commit.isExternal(), "Nobody joins a group that is not there.");
    must(commit.adds().size() <= Limits.COMMIT_ADDS, "It adds too many at once.");
    requireAdds(commit, now);
    List<@Nullable MlsLeaf> old = leavesBefore(base, after);
    int place = committer(commit, old);
    List<@Nullable MlsLeaf> leaves = applied(commit, old, place);
    requireSame(leaves, after.tree().leaves());
    must(
        wish.commit().size()
            <= Limits.COMMIT_ENTRY_BYTES + Limits.COMMIT_LEAF_BYTES * leaves.size(),
        "It is larger than its tree makes it.");
    MlsLeaf own = leaves.get(place);
    if (own == null || !own.account().equals(wish.by()) || !own.device().equals(wish.device())) {
      throw new CommitInvalid("The leaf of the committer is not that of this device.");
    }
    requireSigned(commit, base, after, own, place, old);
    requireContinued(commit, base, after);
    return new Handshake(commit.isExternal(), changes(base == null ? List.of() : old, leaves));
  }

  private static void requireWelcome(WireBytes welcome) {
    try {
      MlsReader in = Mls.message(welcome.bytes(), Mls.WELCOME);
      in.require(Mls.SUITE, in.uint16(), "the cipher suite");
      MlsReader secrets = in.vector();
      int count = 0;
      while (!secrets.isAtEnd()) {
        secrets.skipVector();
        secrets.skipVector();
        secrets.skipVector();
        count++;
      }
      if (count == 0 || count > Limits.COMMIT_ADDS) {
        throw new Malformed("it is for " + count);
      }
      in.skipVector();
      in.requireEnd();
    } catch (Malformed e) {
      throw new CommitInvalid("A Welcome is none: " + e.getMessage() + ".");
    }
  }

  private static void requireAdds(MlsCommit commit, Instant now) {
    for (MlsKeyPackage each : commit.adds()) {
      must(
          each.leaf().isAlive(now.getEpochSecond(), Limits.CLOCK_SKEW.toSeconds()),
          "A KeyPackage that it adds has expired.");
      must(Signatures.isGood(each), "A KeyPackage that it adds is not signed.");
    }
  }

  /** Of a group that begins the first leaf alone is known: that of who began it. */
  private static List<@Nullable MlsLeaf> leavesBefore(
      @Nullable MlsGroupInfo base, MlsGroupInfo after) {
    List<@Nullable MlsLeaf> leaves = new ArrayList<>();
    if (base == null) {
      leaves.add(after.tree().leaf(0));
      return leaves;
    }
    leaves.addAll(base.tree().leaves());
    return leaves;
  }

  /** The place of the committer's leaf in the new tree. */
  private static int committer(MlsCommit commit, List<@Nullable MlsLeaf> old) {
    if (!commit.isExternal()) {
      must(
          commit.sender() < old.size() && old.get((int) commit.sender()) != null,
          "The sender is not in the group.");
      return (int) commit.sender();
    }
    for (int i = 0; i < old.size(); i++) {
      if (old.get(i) == null || commit.removes().contains((long) i)) {
        return i;
      }
    }
    return old.size();
  }

  /** Removes, then adds, each in the first free place, then the committer's own new leaf. */
  private static List<@Nullable MlsLeaf> applied(
      MlsCommit commit, List<@Nullable MlsLeaf> old, int place) {
    List<@Nullable MlsLeaf> leaves = new ArrayList<>(old);
    for (long index : commit.removes()) {
      must(
          index < leaves.size() && leaves.get((int) index) != null && index != commit.sender(),
          "It removes what is not there, or its sender.");
      leaves.set((int) index, null);
    }
    for (MlsKeyPackage each : commit.adds()) {
      int free = leaves.indexOf(null);
      if (free < 0) {
        leaves.add(each.leaf());
      } else {
        leaves.set(free, each.leaf());
      }
    }
    MlsLeaf path = commit.path();
    if (path != null) {
      if (place == leaves.size()) {
        leaves.add(path);
      } else {
        leaves.set(place, path);
      }
    }
    must(leaves.size() <= Limits.GROUP_LEAVES, "The group would be too large.");
    return leaves;
  }

  private static void requireSame(List<@Nullable MlsLeaf> expected, List<@Nullable MlsLeaf> found) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      MlsLeaf one = i < expected.size() ? expected.get(i) : null;
      MlsLeaf other = i < found.size() ? found.get(i) : null;
      must(
          one == null ? other == null : other != null && one.isSame(other),
          "The tree of the GroupInfo is not what the commit makes of it.");
    }
  }

  private static void requireSigned(
      MlsCommit commit,
      @Nullable MlsGroupInfo base,
      MlsGroupInfo after,
      MlsLeaf own,
      int place,
      List<@Nullable MlsLeaf> old) {
    must(
        Signatures.isGood(
            own.signatureKey(),
            "LeafNodeTBS",
            own.toBeSigned(after.group(), place),
            own.signature()),
        "The leaf of the committer is not signed.");
    must(
        after.signer() == place
            && Signatures.isGood(
                own.signatureKey(), "GroupInfoTBS", after.unsigned(), after.signature()),
        "The GroupInfo is not signed by the committer.");
    // Of the first epoch nobody but who began the group has the context.
    if (base != null) {
      MlsLeaf sender = commit.isExternal() ? own : old.get(place);
      must(
          sender != null
              && sender.device().equals(own.device())
              && Signatures.isGood(
                  sender.signatureKey(),
                  "FramedContentTBS",
                  commit.toBeSigned(base.context()),
                  commit.signature()),
          "The commit is not signed by this device.");
    }
  }

  private static void requireContinued(
      MlsCommit commit, @Nullable MlsGroupInfo base, MlsGroupInfo after) {
    must(
        Arrays.equals(after.treeHash(), after.tree().hash()),
        "The hash in the GroupInfo is not that of its tree.");
    must(
        Arrays.equals(after.confirmationTag(), commit.confirmationTag()),
        "The GroupInfo is not of this commit.");
    if (base != null) {
      byte[] transcript =
          Signatures.sha256(
              new MlsWriter().raw(base.interimTranscript()).raw(commit.transcriptInput()).bytes());
      must(
          Arrays.equals(after.transcript(), transcript)
              && Arrays.equals(after.contextExtensions(), base.contextExtensions()),
          "The GroupInfo does not continue the group with this commit.");
    }
  }

  private static List<Handshake.Leaf> changes(
      List<@Nullable MlsLeaf> old, List<@Nullable MlsLeaf> leaves) {
    List<Handshake.Leaf> all = new ArrayList<>();
    Set<Object> devices = new HashSet<>();
    for (int i = 0; i < leaves.size(); i++) {
      MlsLeaf leaf = leaves.get(i);
      if (leaf != null) {
        must(devices.add(leaf.device()), "A device is in the group twice.");
        MlsLeaf before = i < old.size() ? old.get(i) : null;
        all.add(
            new Handshake.Leaf(
                i,
                leaf.account(),
                leaf.device(),
                WireBytes.of(leaf.signatureKey()),
                before == null || !before.isSame(leaf)));
      }
    }
    return all;
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new CommitInvalid(otherwise);
    }
  }
}
