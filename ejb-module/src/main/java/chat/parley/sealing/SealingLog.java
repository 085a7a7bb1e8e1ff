package chat.parley.sealing;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** What sealing tells operators. */
public interface SealingLog {

  SealingLog LOG = OperatorLog.of(SealingLog.class);

  @OperatorLine(
      code = 1100,
      level = Level.INFO,
      text = "This instance seals with the new data key {key}.")
  void newDataKey(UUID key);

  @OperatorLine(
      code = 1101,
      level = Level.ERROR,
      text = "The data key {key} cannot be unwrapped by the master key {master} of this instance.")
  void foreignDataKey(UUID key, String master);

  @OperatorLine(
      code = 1102,
      level = Level.INFO,
      text = "{count} data keys were wrapped again, by the master key {master}.")
  void rewrapped(int count, String master);

  @OperatorLine(
      code = 1103,
      level = Level.WARNING,
      text = "Data keys of former master keys cannot be wrapped again now; tried again later.")
  void rewrappingFailed(Throwable cause);

  @OperatorLine(
      code = 1104,
      level = Level.WARNING,
      text =
          "The master key {master} cannot be asked now: {reason}. What needs it is answered with"
              + " 503 meanwhile.")
  void masterAway(String master, String reason);

  @OperatorLine(code = 1105, level = Level.INFO, text = "The master key {master} answers again.")
  void masterBack(String master);
}
