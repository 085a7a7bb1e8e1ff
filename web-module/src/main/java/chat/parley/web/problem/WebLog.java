package chat.parley.web.problem;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the doors tell operators. */
public interface WebLog {

  WebLog LOG = OperatorLog.of(WebLog.class);

  @OperatorLine(
      code = 1700,
      level = Level.ERROR,
      text = "A request failed; its caller was told {instance}.")
  void internalError(String instance, Throwable cause);
}
