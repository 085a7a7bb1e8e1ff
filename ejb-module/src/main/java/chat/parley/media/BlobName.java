package chat.parley.media;

/**
 * Names bytes that never change.
 *
 * @param edge pixels of one edge, when they are a picture in one of its sizes; which part they are,
 *     from 1, of what is kept in parts
 */
public record BlobName(MediaId media, int edge) {

  /** The name as a file or an object has it: digits, letters and hyphens. */
  @Override
  public String toString() {
    return media + "-" + edge;
  }
}
