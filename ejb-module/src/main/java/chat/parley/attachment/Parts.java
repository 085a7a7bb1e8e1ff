package chat.parley.attachment;

import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;

/** How a file is cut into parts: all of the same size, but the last. */
public record Parts(long bytes) {

  /** How many there are. */
  public int count() {
    return Math.toIntExact(
        (bytes + Limits.ATTACHMENT_PART_BYTES - 1) / Limits.ATTACHMENT_PART_BYTES);
  }

  /**
   * Bytes of one part.
   *
   * @param number from 1
   * @throws NotFound when there is no such part
   */
  public int length(int number) {
    if (number < 1 || number > count()) {
      throw new NotFound();
    }
    long before = (number - 1L) * Limits.ATTACHMENT_PART_BYTES;
    return Math.toIntExact(Math.min(Limits.ATTACHMENT_PART_BYTES, bytes - before));
  }
}
