package chat.parley.identity;

import chat.parley.media.Blob;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the files of an export, one after the other. */
public interface DataFiles {

  /**
   * A list of records.
   *
   * @param name of the file, without its ending; it may lie in a folder
   * @param about what it holds, as a sentence for the owner
   * @param records text, numbers, booleans, times ({@link java.time.Instant}), lists of text and
   *     {@link Written}, by name; fetched as they are written, so that they may be many
   */
  void list(
      String name,
      String about,
      Iterable<? extends Map<String, ? extends @Nullable Object>> records);

  /** A file of the owner's, such as a picture. */
  void media(String name, String about, Blob blob);

  /** A text that was stored as it went over the wire, which for most messages is JSON. */
  record Written(String text) {}
}
