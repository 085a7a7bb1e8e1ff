package chat.parley.keys.control;

import java.util.HashMap;
import java.util.Map;

/** A GroupInfo with the tree (RFC 9420, sections 8.1 and 12.4.3). */
final class MlsGroupInfo {

  private final byte[] unsigned;
  private final byte[] context;
  private final byte[] group;
  private final long epoch;
  private final byte[] treeHash;
  private final byte[] transcript;
  private final byte[] contextExtensions;
  private final MlsTree tree;
  private final byte[] confirmationTag;
  private final long signer;
  private final byte[] signature;

  private MlsGroupInfo(MlsReader in) throws Malformed {
    int from = in.position();
    in.require(Mls.VERSION, in.uint16(), "the version");
    in.require(Mls.SUITE, in.uint16(), "the cipher suite");
    group = in.opaque();
    epoch = in.uint64();
    treeHash = in.opaque();
    transcript = in.opaque();
    contextExtensions = in.opaque();
    context = in.since(from);
    Map<Integer, byte[]> extensions = new HashMap<>();
    MlsReader all = in.vector();
    while (!all.isAtEnd()) {
      if (extensions.put(all.uint16(), all.opaque()) != null) {
        throw new Malformed("an extension that is there twice");
      }
    }
    byte[] nodes = extensions.get(Mls.RATCHET_TREE);
    if (nodes == null || !extensions.containsKey(Mls.EXTERNAL_PUB)) {
      throw new Malformed("it lacks the tree, or the key for external commits");
    }
    tree = MlsTree.read(nodes);
    confirmationTag = in.opaque();
    signer = in.uint32();
    unsigned = in.since(from);
    signature = in.opaque();
    in.requireEnd();
  }

  /** Reads an MLSMessage with a GroupInfo and nothing behind it. */
  static MlsGroupInfo message(byte[] bytes) throws Malformed {
    return new MlsGroupInfo(Mls.message(bytes, Mls.GROUP_INFO));
  }

  /** What is signed. */
  byte[] unsigned() {
    return unsigned;
  }

  /** The GroupContext as it was written. */
  byte[] context() {
    return context;
  }

  byte[] group() {
    return group;
  }

  long epoch() {
    return epoch;
  }

  byte[] treeHash() {
    return treeHash;
  }

  /** The confirmed transcript hash. */
  byte[] transcript() {
    return transcript;
  }

  byte[] contextExtensions() {
    return contextExtensions;
  }

  MlsTree tree() {
    return tree;
  }

  byte[] confirmationTag() {
    return confirmationTag;
  }

  long signer() {
    return signer;
  }

  byte[] signature() {
    return signature;
  }

  /** What the transcript of the next epoch begins with (section 8.2). */
  byte[] interimTranscript() {
    return Signatures.sha256(new MlsWriter().raw(transcript).opaque(confirmationTag).bytes());
  }
}
