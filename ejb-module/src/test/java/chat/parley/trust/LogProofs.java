package chat.parley.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Checks proofs as clients do (RFC 9162, sections 2.1.3.2 and 2.1.4.2). */
public final class LogProofs {

  private LogProofs() {}

  /** Whether a leaf stands at a place of the tree with this root. */
  public static boolean isIncluded(
      byte[] leaf, long place, long size, List<byte[]> proof, byte[] root) {
    if (place >= size) {
      return false;
    }
    long fn = place;
    long sn = size - 1;
    byte[] hash = leaf;
    for (byte[] each : proof) {
      if (sn == 0) {
        return false;
      }
      if (fn % 2 == 1 || fn == sn) {
        hash = node(each, hash);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = node(hash, each);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(hash, root);
  }

  /** Whether one tree is the beginning of another. */
  public static boolean isConsistent(
      long from, byte[] first, long to, byte[] second, List<byte[]> proof) {
    if (from == to) {
      return proof.isEmpty() && Arrays.equals(first, second);
    }
    boolean isPower = Long.bitCount(from) == 1;
    if (proof.isEmpty() && !isPower) {
      return false;
    }
    long fn = from - 1;
    long sn = to - 1;
    while (fn % 2 == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] old = isPower ? first : proof.get(0);
    byte[] now = old;
    for (byte[] each : proof.subList(isPower ? 0 : 1, proof.size())) {
      if (sn == 0) {
        return false;
      }
      if (fn % 2 == 1 || fn == sn) {
        old = node(each, old);
        now = node(each, now);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        now = node(now, each);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(old, first) && Arrays.equals(now, second);
  }

  /** The hash of a leaf that commits to a salt and a text. */
  public static byte[] leaf(byte[] salt, byte[] content) {
    return sha256(new byte[] {0}, sha256(salt, content));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
