package chat.parley.attachment;

import java.io.IOException;
import java.io.OutputStream;

/** Ciphertext of an attachment, read from the store while it is written to the reader. */
public interface AttachmentContent {

  /** Bytes of the whole. */
  long bytes();

  /**
   * Writes a span of it.
   *
   * @param from the first byte, from 0
   * @param length how many; the span lies within the whole
   * @throws IOException when the reader goes, or the store loses it meanwhile
   */
  void write(OutputStream reader, long from, long length) throws IOException;
}
