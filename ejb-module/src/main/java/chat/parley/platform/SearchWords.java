package chat.parley.platform;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed, as the full-text search of PostgreSQL takes it. */
public final class SearchWords {

  /** Words of at least two letters or digits; a shorter one would match nearly everything. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{2,}");

  private static final int MOST_WORDS = 10;

  private SearchWords() {}

  /**
   * All of the words, each as the beginning of one; empty, which finds nothing, for none.
   *
   * @return a {@code tsquery} as text
   */
  public static String beginnings(String words) {
    return WORD.matcher(words)
        .results()
        .map(MatchResult::group)
        .distinct()
        .limit(MOST_WORDS)
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }
}
