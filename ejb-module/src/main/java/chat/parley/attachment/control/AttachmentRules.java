package chat.parley.attachment.control;

import chat.parley.attachment.AttachmentTooLarge;
import chat.parley.quota.Quota;
import java.time.Duration;

/** How much people send, as it was set. */
public final class AttachmentRules {

  private static final String DETAIL =
      "You have sent as much today as one person may. More goes with time.";

  private final AttachmentSettings settings;
  private final Quota bytes;
  private final Quota files;

  /** Rules by these settings. */
  public AttachmentRules(AttachmentSettings settings) {
    this.settings = settings;
    Duration day = Duration.ofDays(1);
    this.bytes =
        new Quota(
            "attachment-mebibytes",
            Math.toIntExact(AttachmentSettings.mebibytes(settings.bytesOfADay())),
            day,
            DETAIL);
    this.files = new Quota("attachments", settings.filesOfADay(), day, DETAIL);
  }

  /** Bytes of the largest file, as people see it. */
  public long maxBytes() {
    return settings.maxBytes();
  }

  /** Bytes of a day, in mebibytes. */
  public Quota bytes() {
    return bytes;
  }

  /** Files of a day. */
  public Quota files() {
    return files;
  }

  /** How many tokens of {@link #bytes} so many bytes are. */
  public static int tokens(long ciphertext) {
    return Math.toIntExact(AttachmentSettings.mebibytes(ciphertext));
  }

  /**
   * Makes sure that a file is not too large.
   *
   * @param ciphertext its bytes as they are sent
   * @throws AttachmentTooLarge when it is
   */
  public void requireSize(long ciphertext) {
    if (ciphertext > settings.maxCiphertext()) {
      throw new AttachmentTooLarge(settings.maxBytes());
    }
  }
}
