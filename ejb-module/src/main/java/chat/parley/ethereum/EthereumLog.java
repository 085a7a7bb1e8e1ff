package chat.parley.ethereum;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What ethereum tells operators. */
public interface EthereumLog {

  EthereumLog LOG = OperatorLog.of(EthereumLog.class);

  @OperatorLine(
      code = 1900,
      level = Level.WARNING,
      text = "The node of chain {chain} cannot be asked: {reason}.")
  void nodeAway(long chain, String reason);

  @OperatorLine(code = 1901, level = Level.INFO, text = "The node of chain {chain} answers again.")
  void nodeBack(long chain);
}
