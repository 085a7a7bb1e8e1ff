package chat.parley.message;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What messages tell operators. */
public interface MessageLog {

  MessageLog LOG = OperatorLog.of(MessageLog.class);

  @OperatorLine(
      code = 1500,
      level = Level.WARNING,
      text = "Watermarks cannot be written; {waiting} wait for the next try.")
  void watermarksWait(int waiting, Throwable cause);

  @OperatorLine(
      code = 1501,
      level = Level.ERROR,
      text = "Something that follows moved watermarks failed; the watermarks are stored.")
  void followerFailed(Throwable cause);

  @OperatorLine(
      code = 1502,
      level = Level.WARNING,
      text = "Scheduled messages cannot be sent now; it is tried again every second.")
  void scheduledWait(Throwable cause);
}
