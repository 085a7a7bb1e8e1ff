package chat.parley.profile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What others are shown of a birth date: an age of about ten years. */
public enum AgeBand {
  FROM_18(18, 24),
  FROM_25(25, 34),
  FROM_35(35, 44),
  FROM_45(45, 54),
  FROM_55(55, 64),
  FROM_65(65, Integer.MAX_VALUE);

  private final int youngest;
  private final int oldest;

  AgeBand(int youngest, int oldest) {
    this.youngest = youngest;
    this.oldest = oldest;
  }

  /** The band of somebody born on a day; none below 18: that is nobody's business. */
  public static Optional<AgeBand> of(LocalDate birth, LocalDate today) {
    long age = ChronoUnit.YEARS.between(birth, today);
    for (AgeBand band : values()) {
      if (age >= band.youngest && age <= band.oldest) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  /** As people write it, such as {@code 25-34} or {@code 65+}. */
  @Override
  public String toString() {
    return oldest == Integer.MAX_VALUE ? youngest + "+" : youngest + "-" + oldest;
  }
}
