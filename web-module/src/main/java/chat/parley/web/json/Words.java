package chat.parley.web.json;

import chat.parley.platform.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the wire: small letters and hyphens for what the product names in capitals. */
public final class Words {

  private Words() {}

  /** The word of a value. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What a word stands for.
   *
   * @param pointer where it stands in the request
   * @throws InvalidInput when it is none of them
   */
  public static <E extends Enum<E>> E read(Class<E> type, String pointer, String word) {
    for (E value : type.getEnumConstants()) {
      if (of(value).equals(word)) {
        return value;
      }
    }
    throw new InvalidInput(
        pointer,
        "One of these words is expected: "
            + Arrays.stream(type.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", "))
            + ".");
  }

  /** The same, where nothing may be said. */
  public static <E extends Enum<E>> @Nullable E readOptional(
      Class<E> type, String pointer, @Nullable String word) {
    return word == null ? null : read(type, pointer, word);
  }

  /** Nothing instead of an empty text: members that say nothing are left out. */
  public static @Nullable String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }
}
