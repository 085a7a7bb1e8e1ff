package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a page of a discovery goes on. That of a ranking by interests holds what the first page
 * weighed, and after which choice of an interest it looked: so each page ranks as the first one
 * did, whatever happens between them, and nobody appears twice or is left out.
 */
final class DiscoveryCursor {

  private static final int WORDS = 1;
  private static final int INTERESTS = 2;
  private static final int BYTES = 160;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private DiscoveryCursor() {}

  /**
   * A ranking by interests.
   *
   * @param weighed the interests with their weights
   * @param until the last choice of an interest that counts
   */
  record Ranking(List<Weighed> weighed, long until) {

    Ranking {
      weighed = List.copyOf(weighed);
    }
  }

  /** A ranking that goes on after a place. */
  record After(Ranking ranking, Place last) {}

  static String of(Place last) {
    return text(put(buffer(WORDS), last));
  }

  static String of(After after) {
    ByteBuffer buffer = buffer(INTERESTS);
    write(buffer, after.ranking().until());
    write(buffer, after.ranking().weighed().size());
    for (Weighed each : after.ranking().weighed()) {
      write(buffer, each.interest());
      buffer.put((byte) each.weight());
    }
    return text(put(buffer, after.last()));
  }

  /**
   * Reads that of a search by words.
   *
   * @throws InvalidInput when it is none
   */
  static Place words(String cursor) {
    try {
      ByteBuffer buffer = bytes(cursor, WORDS);
      Place last = place(buffer);
      requireEnd(buffer);
      return last;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw refusal(e);
    }
  }

  /**
   * Reads that of a ranking by interests.
   *
   * @throws InvalidInput when it is none
   */
  static After interests(String cursor) {
    try {
      ByteBuffer buffer = bytes(cursor, INTERESTS);
      long until = read(buffer, Long.MAX_VALUE);
      long count = read(buffer, Limits.INTERESTS);
      List<Weighed> weighed = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int interest = (int) read(buffer, Integer.MAX_VALUE);
        weighed.add(new Weighed(interest, Math.max(Rarity.LEAST, buffer.get() & Rarity.MOST)));
      }
      Place last = place(buffer);
      requireEnd(buffer);
      return new After(new Ranking(weighed, until), last);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw refusal(e);
    }
  }

  private static ByteBuffer buffer(int kind) {
    return ByteBuffer.allocate(BYTES + Limits.INTERESTS * Integer.BYTES).put((byte) kind);
  }

  private static ByteBuffer put(ByteBuffer buffer, Place place) {
    write(buffer, place.score());
    UUID id = place.account().value();
    return buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static Place place(ByteBuffer buffer) {
    int score = (int) read(buffer, Integer.MAX_VALUE);
    return new Place(score, new AccountId(new UUID(buffer.getLong(), buffer.getLong())));
  }

  /** Seven bits in each byte, the lowest first. */
  private static void write(ByteBuffer buffer, long number) {
    long rest = number;
    while (rest > SEVEN_BITS) {
      buffer.put((byte) ((rest & SEVEN_BITS) | MORE));
      rest >>>= 7;
    }
    buffer.put((byte) rest);
  }

  private static long read(ByteBuffer buffer, long most) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = buffer.get();
      number |= (long) (next & SEVEN_BITS) << shift;
      if ((next & MORE) == 0) {
        if (number < 0 || number > most) {
          break;
        }
        return number;
      }
    }
    throw new IllegalArgumentException("not a number of this cursor");
  }

  private static ByteBuffer bytes(String cursor, int kind) {
    ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
    if (buffer.get() != kind) {
      throw new IllegalArgumentException("a cursor of another list");
    }
    return buffer;
  }

  private static void requireEnd(ByteBuffer buffer) {
    if (buffer.hasRemaining()) {
      throw new IllegalArgumentException("more than a cursor");
    }
  }

  private static String text(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static InvalidInput refusal(RuntimeException cause) {
    InvalidInput refusal = new InvalidInput("/after", "Not a cursor of this list.");
    refusal.initCause(cause);
    return refusal;
  }
}
