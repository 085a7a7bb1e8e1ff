package chat.parley.trust.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of a log (RFC 9162, section 2.1): SHA-256, with 0x00 before leaves and 0x01 before
 * nodes. Whatever it needs of a tree are hashes of complete subtrees.
 */
final class Merkle {

  private Merkle() {}

  /**
   * A complete subtree: of {@code 2^level} leaves, from the place {@code index * 2^level}. At level
   * 0 it is a leaf.
   */
  record Node(int level, long index) {}

  /** Knows the hashes of complete subtrees. */
  @FunctionalInterface
  interface Nodes {

    /** The hash of one of them. */
    byte[] at(Node node);
  }

  /** The hash of a leaf. */
  static byte[] leaf(byte[] data) {
    return hash(new byte[] {0}, data);
  }

  /** The hash of a node with two children. */
  static byte[] node(byte[] left, byte[] right) {
    return hash(new byte[] {1}, left, right);
  }

  /**
   * The subtrees that are complete once these leaves stand behind the first {@code size}: the
   * leaves among them.
   */
  static Map<Node, byte[]> append(long size, List<byte[]> leaves, Nodes known) {
    Map<Node, byte[]> made = new LinkedHashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      Node node = new Node(0, size + i);
      byte[] hash = leaves.get(i);
      made.put(node, hash);
      while (node.index() % 2 == 1) {
        Node left = new Node(node.level(), node.index() - 1);
        byte[] before = made.get(left);
        hash = node(before == null ? known.at(left) : before, hash);
        node = new Node(node.level() + 1, node.index() / 2);
        made.put(node, hash);
      }
    }
    return made;
  }

  /** The root of the tree of the first {@code size} leaves. */
  static byte[] root(long size, Nodes nodes) {
    return size == 0 ? hash("".getBytes(StandardCharsets.US_ASCII)) : range(0, size, nodes);
  }

  /**
   * That a leaf stands in the tree of the first {@code size} leaves (RFC 9162, section 2.1.3.1).
   *
   * @param place 0 to {@code size - 1}
   */
  static List<byte[]> inclusion(long place, long size, Nodes nodes) {
    List<byte[]> path = new ArrayList<>();
    long start = 0;
    long at = place;
    long n = size;
    while (n > 1) {
      long k = split(n);
      if (at < k) {
        path.add(0, range(start + k, n - k, nodes));
        n = k;
      } else {
        path.add(0, range(start, k, nodes));
        start += k;
        at -= k;
        n -= k;
      }
    }
    return path;
  }

  /**
   * That the tree of the first {@code from} leaves is the beginning of that of the first {@code to}
   * (RFC 9162, section 2.1.4.1).
   *
   * @param from 1 to {@code to}
   */
  static List<byte[]> consistency(long from, long to, Nodes nodes) {
    List<byte[]> proof = new ArrayList<>();
    long start = 0;
    long m = from;
    long n = to;
    boolean isWhole = true;
    while (m < n) {
      long k = split(n);
      if (m <= k) {
        proof.add(0, range(start + k, n - k, nodes));
        n = k;
      } else {
        proof.add(0, range(start, k, nodes));
        start += k;
        m -= k;
        n -= k;
        isWhole = false;
      }
    }
    if (!isWhole) {
      proof.add(0, range(start, n, nodes));
    }
    return proof;
  }

  /** The hash of a subtree that begins where a complete one of its size could. */
  private static byte[] range(long start, long n, Nodes nodes) {
    if (Long.bitCount(n) == 1) {
      int level = Long.numberOfTrailingZeros(n);
      return nodes.at(new Node(level, start >> level));
    }
    long k = split(n);
    return node(range(start, k, nodes), range(start + k, n - k, nodes));
  }

  /** The largest power of two below a number above 1. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }

  private static byte[] hash(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
