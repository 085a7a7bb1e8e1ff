package chat.parley.keys;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the delivery service tells operators. */
public interface KeysLog {

  KeysLog LOG = OperatorLog.of(KeysLog.class);

  @OperatorLine(
      code = 1400,
      level = Level.WARNING,
      text = "Keys and Welcomes that nobody can use any more could not be removed; tried again.")
  void sweepFailed(Throwable cause);
}
