package chat.parley.journal;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a stream: {@code c/<conversation>}, {@code u/<user>} or {@code d/<device>}.
 *
 * <p>Ordered by kind, then id as unsigned bytes, as PostgreSQL orders them: the order in which a
 * transaction locks several stream counters.
 */
public record StreamId(Kind kind, UUID owner) implements Comparable<StreamId> {

  /** What a stream belongs to. */
  public enum Kind {
    CONVERSATION('c'),
    DEVICE('d'),
    USER('u');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    public char letter() {
      return letter;
    }

    /** The kind with this letter. */
    public static Kind of(char letter) {
      for (Kind kind : values()) {
        if (kind.letter == letter) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no stream kind " + letter);
    }
  }

  private static final Pattern NAME =
      Pattern.compile("[cdu]/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public static StreamId conversation(UUID id) {
    return new StreamId(Kind.CONVERSATION, id);
  }

  public static StreamId user(UUID id) {
    return new StreamId(Kind.USER, id);
  }

  public static StreamId device(UUID id) {
    return new StreamId(Kind.DEVICE, id);
  }

  /**
   * Reads the wire form.
   *
   * @throws IllegalArgumentException when it is not exactly a letter, a slash and a lower-case UUID
   */
  public static StreamId parse(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a stream: " + name.toLowerCase(Locale.ROOT));
    }
    return new StreamId(Kind.of(name.charAt(0)), UUID.fromString(name.substring(2)));
  }

  @Override
  public int compareTo(StreamId other) {
    int byKind = kind.compareTo(other.kind);
    if (byKind != 0) {
      return byKind;
    }
    int byHigh =
        Long.compareUnsigned(owner.getMostSignificantBits(), other.owner.getMostSignificantBits());
    return byHigh != 0
        ? byHigh
        : Long.compareUnsigned(
            owner.getLeastSignificantBits(), other.owner.getLeastSignificantBits());
  }

  /** The wire form. */
  @Override
  public String toString() {
    return kind.letter() + "/" + owner;
  }
}
