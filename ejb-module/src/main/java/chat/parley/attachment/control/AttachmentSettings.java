package chat.parley.attachment.control;

import chat.parley.platform.Limits;
import chat.parley.platform.Setting;

/**
 * How much people send.
 *
 * @param maxBytes of the largest file
 * @param bytesOfADay that one account uploads at once, and again within a day
 * @param filesOfADay the same, counted by files
 */
public record AttachmentSettings(
    @Setting("parley.attachment.max-bytes") long maxBytes,
    @Setting("parley.attachment.bytes-of-a-day") long bytesOfADay,
    @Setting("parley.attachment.files-of-a-day") int filesOfADay) {

  /** More would not fit into what a browser takes for a file, and into as many parts. */
  private static final long MOST = 64L * 1024 * 1024 * 1024;

  /** Padding adds at most an eighth, sealing 16 bytes to each mebibyte. */
  private static final int ADDED = 8;

  public AttachmentSettings {
    if (maxBytes < 1 || maxBytes > MOST) {
      throw new IllegalArgumentException(
          "The setting parley.attachment.max-bytes must be 1 to " + MOST + ".");
    }
    if (bytesOfADay < ciphertext(maxBytes)
        || mebibytes(bytesOfADay) != (int) mebibytes(bytesOfADay)) {
      throw new IllegalArgumentException(
          "The setting parley.attachment.bytes-of-a-day must leave room for a file of"
              + " parley.attachment.max-bytes, padded: "
              + ciphertext(maxBytes)
              + ".");
    }
    if (filesOfADay < 1) {
      throw new IllegalArgumentException(
          "The setting parley.attachment.files-of-a-day must be at least 1.");
    }
  }

  /** The most bytes of ciphertext. */
  public long maxCiphertext() {
    return ciphertext(maxBytes);
  }

  private static long ciphertext(long bytes) {
    return bytes + bytes / ADDED + Limits.ATTACHMENT_SMALLEST;
  }

  /** What the bytes of a day are counted in. */
  static long mebibytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
