package chat.parley.profile.control;

/** How much an interest tells of two people who share it: the more, the fewer have it. */
final class Rarity {

  /** The least and the most that an interest weighs. */
  static final int LEAST = 1;

  static final int MOST = 255;

  private static final double SCALE = 10;

  private Rarity() {}

  /**
   * The weight of an interest: it grows with the logarithm of how many times more people have the
   * most common interest, as in the ranking of words by inverse document frequency.
   *
   * @param holders how many people have it
   * @param most how many have the most common interest
   */
  static int weight(int holders, int most) {
    double ratio = (double) Math.max(most, 1) / Math.max(holders, 1);
    return (int) Math.min(MOST, LEAST + Math.round(SCALE * Math.log(Math.max(ratio, 1))));
  }
}
