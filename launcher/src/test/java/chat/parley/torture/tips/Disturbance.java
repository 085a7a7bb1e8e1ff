package chat.parley.torture.tips;

import java.util.Locale;

/** What can happen to payments while they are followed. */
enum Disturbance {
  /** The newest one to six blocks are taken back, and others come in their place. */
  REORGANIZATION(6),
  /** A wallet sends the same payment again, at a higher price. */
  SPEED_UP(2),
  /** A wallet takes a payment back before a block has it. */
  CANCELLATION(2),
  /** Nobody has a payment any more that nobody has taken back, until its wallet sends it again. */
  DROP(2),
  /** A payment stood in a block; the block is taken back, and what it gave is spent otherwise. */
  DOUBLE_SPEND(1),
  /** A transaction that is claimed for one tip is claimed for another one, too. */
  SECOND_CLAIM(1),
  /** A node is one of {@link CrookedNode.Mood} for a while. */
  CROOKED_NODE(5),
  /** Both nodes hang up for a while. */
  NO_NODE(1),
  /** An instance dies without a word and is started again. */
  KILL_INSTANCE(0),
  /** The broker dies without a word and is started again. */
  KILL_BROKER(0);

  private final int often;

  Disturbance(int often) {
    this.often = often;
  }

  /** How often it comes in a round. */
  int often() {
    return often;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
