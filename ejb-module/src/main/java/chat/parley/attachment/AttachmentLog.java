package chat.parley.attachment;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What attachments tell operators. */
public interface AttachmentLog {

  AttachmentLog LOG = OperatorLog.of(AttachmentLog.class);

  @OperatorLine(
      code = 1450,
      level = Level.WARNING,
      text = "Files of messages that are gone could not be removed; tried again in seconds.")
  void sweepFailed(Throwable cause);

  @OperatorLine(
      code = 1451,
      level = Level.ERROR,
      text = "The store of uploads has lost a part of {attachment}; it cannot be read.")
  void lost(String attachment);
}
