package chat.parley.tip.control;

import chat.parley.platform.Limits;
import chat.parley.tip.TipState;
import chat.parley.tip.TipView;
import java.time.Duration;
import java.time.Instant;

/** When a conversation is told of a tip, and when the chain is asked again. */
public final class Telling {

  /** Where the chain itself says which blocks are final, that takes about so many. */
  private static final int BLOCKS_OF_TAG = 64;

  /** A tip that has not changed for a while is looked at after this part of that while. */
  private static final int PART = 8;

  private Telling() {}

  /**
   * Whether a change is worth an entry: every other state is, and of the blocks that follow a
   * payment at most {@link Limits#TIP_STEPS}.
   *
   * @param told the confirmations that the conversation was last told of
   */
  public static boolean isNews(TipView before, int told, TipView after) {
    if (before.state() != after.state()
        || before.fault() != after.fault()
        || !String.valueOf(before.hash()).equals(String.valueOf(after.hash()))) {
      return true;
    }
    int needed = after.needed() == 0 ? BLOCKS_OF_TAG : after.needed();
    int step = (needed + Limits.TIP_STEPS - 1) / Limits.TIP_STEPS;
    return after.state() == TipState.CONFIRMING && after.confirmations() - told >= step;
  }

  /**
   * How long to wait before the next look.
   *
   * @param changedAt when the last look brought something new
   */
  public static Duration pause(Duration blockTime, Instant changedAt, Instant now) {
    Duration wanted = Duration.between(changedAt, now).dividedBy(PART);
    Duration atLeast =
        blockTime.compareTo(Limits.TIP_LOOK_MIN) < 0 ? Limits.TIP_LOOK_MIN : blockTime;
    if (wanted.compareTo(atLeast) < 0) {
      return atLeast;
    }
    Duration atMost = atLeast.compareTo(Limits.TIP_LOOK_MAX) > 0 ? atLeast : Limits.TIP_LOOK_MAX;
    return wanted.compareTo(atMost) > 0 ? atMost : wanted;
  }
}
