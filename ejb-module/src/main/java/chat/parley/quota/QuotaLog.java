package chat.parley.quota;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the counting tells operators. */
public interface QuotaLog {

  QuotaLog LOG = OperatorLog.of(QuotaLog.class);

  @OperatorLine(
      code = 1170,
      level = Level.WARNING,
      text = "Quotas that are full again could not be removed; tried again later.")
  void sweepFailed(Throwable cause);
}
