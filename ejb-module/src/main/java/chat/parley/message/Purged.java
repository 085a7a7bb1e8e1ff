package chat.parley.message;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an entry {@value #KIND} says: the bodies of these entries of its stream are erased.
 *
 * @param seqs their places, at least one
 */
public record Purged(List<Long> seqs) {

  /** The word of the entry in the log. */
  public static final String KIND = "message.purged";

  private static final String HEAD = "{\"seqs\":[";
  private static final String TAIL = "]}";
  private static final Pattern BODY =
      Pattern.compile("\\{\"seqs\":\\[[1-9][0-9]{0,17}(,[1-9][0-9]{0,17})*]}");

  public Purged {
    seqs = List.copyOf(seqs);
  }

  /** The body of the entry: JSON text of nothing but numbers, which need no escapes. */
  public String body() {
    return seqs.stream().map(String::valueOf).collect(Collectors.joining(",", HEAD, TAIL));
  }

  /**
   * Reads what {@link #body} wrote.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Purged read(String body) {
    if (!BODY.matcher(body).matches()) {
      throw new IllegalArgumentException("not the body of " + KIND);
    }
    String list = body.substring(HEAD.length(), body.length() - TAIL.length());
    return new Purged(Arrays.stream(list.split(",")).map(Long::valueOf).toList());
  }
}
