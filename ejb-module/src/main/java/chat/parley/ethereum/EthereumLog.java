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

  @OperatorLine(
      code = 1902,
      level = Level.INFO,
      text = "People pay on {chain} ({id}): {nodes} nodes, final {finality}.")
  void chainIsOn(String chain, long id, int nodes, String finality);

  @OperatorLine(
      code = 1903,
      level = Level.WARNING,
      text = "Node {node} of chain {chain} cannot be believed now: {reason}. Tips wait.")
  void nodeUnusable(int node, String chain, String reason);

  @OperatorLine(
      code = 1904,
      level = Level.INFO,
      text = "Node {node} of chain {chain} can be believed again.")
  void nodeUsable(int node, String chain);

  @OperatorLine(
      code = 1905,
      level = Level.ERROR,
      text =
          "The nodes of chain {chain} say different things of transaction {hash}: no tip becomes"
              + " final by it.")
  void nodesDisagree(String chain, String hash);

  @OperatorLine(
      code = 1906,
      level = Level.ERROR,
      text =
          "The token {symbol} of chain {chain} does not have the decimals of the settings; nobody can"
              + " give it.")
  void tokenDiffers(String symbol, String chain);
}
