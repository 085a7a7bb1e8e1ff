package chat.parley.realtime;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What live delivery tells operators. */
public interface RealtimeLog {

  RealtimeLog LOG = OperatorLog.of(RealtimeLog.class);

  @OperatorLine(code = 1600, level = Level.INFO, text = "The broker takes fan-out news.")
  void brokerUp();

  @OperatorLine(
      code = 1601,
      level = Level.WARNING,
      text =
          "The broker does not take fan-out news; other instances learn from the log until it does.")
  void brokerDown(Throwable cause);

  @OperatorLine(
      code = 1602,
      level = Level.WARNING,
      text =
          "Fan-out news arrives faster than the broker takes it and is dropped; other instances learn from the log.")
  void newsDropped();

  @OperatorLine(
      code = 1603,
      level = Level.WARNING,
      text = "A fan-out message was dropped: {reason}")
  void poison(String reason);

  @OperatorLine(
      code = 1604,
      level = Level.WARNING,
      text = "The log cannot be read for connected clients; it is tried again.")
  void logUnreadable(Throwable cause);

  @OperatorLine(
      code = 1605,
      level = Level.INFO,
      text = "Connected clients can be served from the log again.")
  void logReadable();

  @OperatorLine(
      code = 1606,
      level = Level.INFO,
      text = "{count} connections are asked to come back elsewhere.")
  void draining(int count);

  @OperatorLine(
      code = 1607,
      level = Level.WARNING,
      text = "Watermarks that were not published cannot be read; it is tried again.")
  void watermarksUnreadable(Throwable cause);

  @OperatorLine(
      code = 1608,
      level = Level.WARNING,
      text = "A periodic check of the connections failed; it runs again in a moment.")
  void watchFailed(Throwable cause);
}
