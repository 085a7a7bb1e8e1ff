package chat.parley.tip;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What tips tell operators. */
public interface TipLog {

  TipLog LOG = OperatorLog.of(TipLog.class);

  @OperatorLine(
      code = 1550,
      level = Level.WARNING,
      text = "A message on parley.tip.confirmation is none of ours and was ignored.")
  void poison();

  @OperatorLine(
      code = 1551,
      level = Level.WARNING,
      text = "Tips whose jobs were lost could not be looked for; it is tried again.")
  void sweepFailed(Throwable cause);

  @OperatorLine(
      code = 1552,
      level = Level.WARNING,
      text = "The job of {count} tips was lost; they are looked at again.")
  void foundAgain(int count);

  @OperatorLine(
      code = 1553,
      level = Level.WARNING,
      text = "Chain {chain} is not in the settings any more; tip {tip} waits for it.")
  void chainGone(long chain, String tip);
}
