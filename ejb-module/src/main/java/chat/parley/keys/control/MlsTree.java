package chat.parley.keys.control;

import chat.parley.platform.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ratchet tree (RFC 9420, sections 7.8 and 12.4.3.3): its leaves, and its hash. */
final class MlsTree {

  private final List<@Nullable Object> nodes = new ArrayList<>();

  /** A parent node as it was written. */
  private record Parent(MlsKeyPackage.Encoded encoded) {}

  private MlsTree() {}

  /** Reads the extension {@code ratchet_tree}. */
  static MlsTree read(byte[] extension) throws Malformed {
    MlsReader whole = new MlsReader(extension);
    MlsReader in = whole.vector();
    whole.requireEnd();
    MlsTree tree = new MlsTree();
    while (!in.isAtEnd()) {
      if (tree.nodes.size() >= 2 * Limits.GROUP_LEAVES) {
        throw new Malformed("a tree of more than " + Limits.GROUP_LEAVES + " leaves");
      }
      tree.nodes.add(tree.node(in));
    }
    if (tree.nodes.isEmpty() || tree.nodes.get(tree.nodes.size() - 1) == null) {
      throw new Malformed("a tree that ends with a blank node");
    }
    // Written without the blank nodes at its end: the whole tree has 2^n leaves.
    int width = 1;
    while (width < tree.nodes.size()) {
      width = 2 * width + 1;
    }
    while (tree.nodes.size() < width) {
      tree.nodes.add(null);
    }
    return tree;
  }

  private @Nullable Object node(MlsReader in) throws Malformed {
    boolean isLeaf = nodes.size() % 2 == 0;
    if (!in.isPresent()) {
      return null;
    }
    in.require(isLeaf ? Mls.LEAF : Mls.PARENT, in.uint8(), "the type of a node");
    if (isLeaf) {
      return MlsLeaf.read(in);
    }
    int from = in.position();
    in.opaque(Mls.KEY_BYTES, "the encryption key of a parent");
    in.skipVector();
    MlsReader unmerged = in.vector();
    while (!unmerged.isAtEnd()) {
      unmerged.uint32();
    }
    return new Parent(new MlsKeyPackage.Encoded(in.since(from)));
  }

  /** All leaves in their places; null for a blank one. */
  List<@Nullable MlsLeaf> leaves() {
    List<@Nullable MlsLeaf> leaves = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i += 2) {
      leaves.add((MlsLeaf) nodes.get(i));
    }
    return leaves;
  }

  /** The leaf at a place; null when it is blank or there is no such place. */
  @Nullable MlsLeaf leaf(long index) {
    return index < 0 || index >= (nodes.size() + 1) / 2
        ? null
        : (MlsLeaf) nodes.get((int) index * 2);
  }

  /** The hash of the whole tree (section 7.8). */
  byte[] hash() {
    return hash(0, nodes.size());
  }

  /** The hash of the subtree of these nodes, the width of which is a power of two less one. */
  private byte[] hash(int from, int width) {
    int middle = from + width / 2;
    Object node = nodes.get(middle);
    MlsWriter out = new MlsWriter();
    if (width == 1) {
      out.uint8(Mls.LEAF).uint32(middle / 2).uint8(node == null ? 0 : 1);
      if (node instanceof MlsLeaf leaf) {
        out.raw(leaf.encoded());
      }
    } else {
      out.uint8(Mls.PARENT).uint8(node == null ? 0 : 1);
      if (node instanceof Parent parent) {
        out.raw(parent.encoded().bytes());
      }
      out.opaque(hash(from, width / 2)).opaque(hash(middle + 1, width / 2));
    }
    return Signatures.sha256(out.bytes());
  }
}
