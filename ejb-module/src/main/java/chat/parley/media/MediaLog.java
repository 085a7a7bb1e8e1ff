package chat.parley.media;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the keeping of uploads tells operators. */
public interface MediaLog {

  MediaLog LOG = OperatorLog.of(MediaLog.class);

  @OperatorLine(
      code = 1050,
      level = Level.INFO,
      text = "Nobody can upload: the setting parley.media.path is empty.")
  void storeIsOff();

  @OperatorLine(
      code = 1051,
      level = Level.WARNING,
      text = "The store of uploads does not answer ({reason}); uploads are refused meanwhile.")
  void storeAway(String reason);

  @OperatorLine(
      code = 1052,
      level = Level.ERROR,
      text = "The store of uploads has lost or changed the bytes of {name}; they are not shown.")
  void broken(BlobName name);

  @OperatorLine(
      code = 1053,
      level = Level.WARNING,
      text = "Uploads that nothing names any more could not be removed; tried again later.")
  void sweepFailed(Throwable cause);

  @OperatorLine(
      code = 1054,
      level = Level.ERROR,
      text = "There is no room for uploads: {free} bytes are free, {kept} are kept free.")
  void full(long free, long kept);
}
