package chat.parley.profile.control;

/**
 * An interest and what it counts in a ranking.
 *
 * @param weight {@link Rarity#LEAST} to {@link Rarity#MOST}
 */
record Weighed(int interest, int weight) {}
