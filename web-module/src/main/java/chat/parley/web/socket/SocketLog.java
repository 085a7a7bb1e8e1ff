package chat.parley.web.socket;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the socket tells operators. */
public interface SocketLog {

  SocketLog LOG = OperatorLog.of(SocketLog.class);

  @OperatorLine(
      code = 1720,
      level = Level.INFO,
      text = "The WebSocket implementation is Tyrus: {outcome}.")
  void tyrus(String outcome);

  @OperatorLine(
      code = 1721,
      level = Level.ERROR,
      text = "A frame failed; its client was told {instance}.")
  void internalError(String instance, Throwable cause);
}
