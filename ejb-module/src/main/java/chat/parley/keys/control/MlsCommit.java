package chat.parley.keys.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit in a PublicMessage (RFC 9420, sections 6.2 and 12.4). Of proposals it takes those that
 * Parley uses, by value: Add, Remove and, from outside, ExternalInit.
 */
final class MlsCommit {

  private final byte[] content;
  private final byte[] group;
  private final long epoch;
  private final boolean external;
  private final long sender;
  private final List<MlsKeyPackage> adds = new ArrayList<>();
  private final List<Long> removes = new ArrayList<>();
  private final @Nullable MlsLeaf path;
  private final byte[] signature;
  private final byte[] confirmationTag;

  private MlsCommit(MlsReader in) throws Malformed {
    int from = in.position();
    group = in.opaque();
    epoch = in.uint64();
    int kind = in.uint8();
    switch (kind) {
      case Mls.MEMBER -> {
        external = false;
        sender = in.uint32();
      }
      case Mls.NEW_MEMBER_COMMIT -> {
        external = true;
        sender = -1;
      }
      default -> throw new Malformed("the type of the sender is " + kind);
    }
    in.skipVector();
    in.require(Mls.COMMIT, in.uint8(), "the type of the content");
    int inits = proposals(in.vector());
    if (in.isPresent()) {
      path = MlsLeaf.read(in);
      in.require(Mls.FROM_COMMIT, path.source(), "the source of the committer's leaf");
      in.skipVector();
    } else {
      path = null;
    }
    content = in.since(from);
    signature = in.opaque();
    confirmationTag = in.opaque();
    if (!external) {
      // The membership tag, which only members can check.
      in.skipVector();
    }
    in.requireEnd();
    if (inits != (external ? 1 : 0) || (external && (!adds.isEmpty() || removes.size() > 1))) {
      throw new Malformed("proposals that do not belong in it");
    }
    if (path == null && (adds.isEmpty() || !removes.isEmpty() || external)) {
      throw new Malformed("it lacks a path");
    }
  }

  /** Reads an MLSMessage with a commit and nothing behind it. */
  static MlsCommit message(byte[] bytes) throws Malformed {
    return new MlsCommit(Mls.message(bytes, Mls.PUBLIC_MESSAGE));
  }

  private int proposals(MlsReader in) throws Malformed {
    int inits = 0;
    while (!in.isAtEnd()) {
      in.require(Mls.BY_VALUE, in.uint8(), "the way a proposal is given");
      int kind = in.uint16();
      switch (kind) {
        case Mls.ADD -> adds.add(MlsKeyPackage.read(in));
        case Mls.REMOVE -> removes.add(in.uint32());
        case Mls.EXTERNAL_INIT -> {
          in.skipVector();
          inits++;
        }
        default -> throw new Malformed("a proposal of type " + kind);
      }
    }
    return inits;
  }

  /** What is signed, in the epoch of this GroupContext (section 6.1). */
  byte[] toBeSigned(byte[] context) {
    return new MlsWriter()
        .uint16(Mls.VERSION)
        .uint16(Mls.PUBLIC_MESSAGE)
        .raw(content)
        .raw(context)
        .bytes();
  }

  /** What follows in the confirmed transcript (section 8.2). */
  byte[] transcriptInput() {
    return new MlsWriter().uint16(Mls.PUBLIC_MESSAGE).raw(content).opaque(signature).bytes();
  }

  byte[] group() {
    return group;
  }

  long epoch() {
    return epoch;
  }

  /** Whether it comes from a device that is not in the group, or has lost its state of it. */
  boolean isExternal() {
    return external;
  }

  /** The place of the sender's leaf; negative when it is external. */
  long sender() {
    return sender;
  }

  List<MlsKeyPackage> adds() {
    return adds;
  }

  List<Long> removes() {
    return removes;
  }

  /** The new leaf of the sender. */
  @Nullable MlsLeaf path() {
    return path;
  }

  byte[] signature() {
    return signature;
  }

  byte[] confirmationTag() {
    return confirmationTag;
  }
}
