package chat.parley.trust;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the log of keys tells operators. */
public interface TrustLog {

  TrustLog LOG = OperatorLog.of(TrustLog.class);

  @OperatorLine(
      code = 1480,
      level = Level.WARNING,
      text = "The log of keys cannot be continued; it is tried again every few seconds.")
  void cannotContinue(Throwable cause);

  @OperatorLine(
      code = 1481,
      level = Level.INFO,
      text = "Key {generation} of the log of keys was made: {verifier}")
  void keyMade(int generation, String verifier);

  @OperatorLine(
      code = 1482,
      level = Level.WARNING,
      text = "Keys of devices that have been gone for long could not be removed; tried again.")
  void sweepFailed(Throwable cause);
}
