package chat.parley.web.rest.attachment;

import chat.parley.attachment.RangeUnsatisfiable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of bytes that is asked for (RFC 9110, section 14).
 *
 * @param from the first byte, from 0
 * @param length how many, at least one
 */
record ByteRange(long from, long length) {

  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

  /**
   * The span that a header asks for; null when it asks for none that is understood: then the answer
   * is the whole, as of several spans at once.
   *
   * @param bytes of the whole
   * @throws RangeUnsatisfiable when the whole has none of these bytes
   */
  static @Nullable ByteRange of(@Nullable String header, long bytes) {
    Matcher range = ONE.matcher(header == null ? "" : header);
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return null;
    }
    if (range.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(range.group(2)), bytes);
      if (last == 0) {
        throw new RangeUnsatisfiable(bytes);
      }
      return new ByteRange(bytes - last, last);
    }
    long from = Long.parseLong(range.group(1));
    long to = range.group(2).isEmpty() ? bytes - 1 : Long.parseLong(range.group(2));
    if (to < from && !range.group(2).isEmpty()) {
      return null;
    }
    if (from >= bytes) {
      throw new RangeUnsatisfiable(bytes);
    }
    return new ByteRange(from, Math.min(to, bytes - 1) - from + 1);
  }

  /** The header of the answer. */
  String contentRange(long bytes) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + bytes;
  }
}
