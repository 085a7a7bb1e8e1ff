package chat.parley.journal;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What the journal tells operators. */
public interface JournalLog {

  JournalLog LOG = OperatorLog.of(JournalLog.class);

  @OperatorLine(
      code = 1200,
      level = Level.ERROR,
      text = "The log cannot be written: {reason}. Senders are asked to try again.")
  void cannotWrite(String reason);

  @OperatorLine(code = 1201, level = Level.INFO, text = "The log is written again.")
  void writesAgain();

  @OperatorLine(
      code = 1202,
      level = Level.ERROR,
      text = "An entry of kind {kind} for {stream} cannot be written; its neighbours were.")
  void poisoned(String kind, StreamId stream, Throwable cause);

  @OperatorLine(
      code = 1203,
      level = Level.ERROR,
      text = "Entry {seq} of {stream} cannot be unsealed.")
  void sealBroken(StreamId stream, long seq);

  @OperatorLine(
      code = 1204,
      level = Level.ERROR,
      text = "Something that follows a commit failed; the log itself is complete.")
  void followerFailed(Throwable cause);

  @OperatorLine(
      code = 1205,
      level = Level.INFO,
      text = "The writer of the log has stopped; {refused} waiting senders were refused.")
  void stopped(int refused);

  @OperatorLine(
      code = 1206,
      level = Level.WARNING,
      text = "Other writers of the log are not heard; what they write appears a little later.")
  void cannotHearOthers(Throwable cause);

  @OperatorLine(code = 1207, level = Level.INFO, text = "Other writers of the log are heard again.")
  void hearsOthersAgain();

  @OperatorLine(
      code = 1208,
      level = Level.WARNING,
      text = "Somebody sent something else on the channel of other writers; it was ignored.")
  void strangeNews();

  @OperatorLine(
      code = 1209,
      level = Level.WARNING,
      text = "Bodies whose time is over cannot be erased now; it is tried again every second.")
  void cannotErase(Throwable cause);
}
