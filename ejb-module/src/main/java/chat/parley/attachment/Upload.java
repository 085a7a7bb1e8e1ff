package chat.parley.attachment;

import chat.parley.media.MediaId;
import java.util.List;

/**
 * How far a file has come on its way to the server.
 *
 * @param bytes of the ciphertext
 * @param partBytes of each part but the last
 * @param stored the parts that have arrived, from 1, in order
 * @param isComplete whether it can go with a message
 */
public record Upload(
    MediaId id, long bytes, int partBytes, List<Integer> stored, boolean isComplete) {

  public Upload {
    stored = List.copyOf(stored);
  }
}
