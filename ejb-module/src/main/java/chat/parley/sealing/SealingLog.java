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
      text = "The data key {key} cannot be unwrapped: the key store has another master key.")
  void foreignDataKey(UUID key);
}
