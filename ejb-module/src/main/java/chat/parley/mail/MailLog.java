package chat.parley.mail;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What mail tells operators. */
public interface MailLog {

  MailLog LOG = OperatorLog.of(MailLog.class);

  @OperatorLine(
      code = 1150,
      level = Level.INFO,
      text = "Mail is off: the setting parley.mail.from is empty.")
  void mailIsOff();

  @OperatorLine(
      code = 1151,
      level = Level.WARNING,
      text = "The mail server does not take mail ({reason}); mail waits.")
  void serverAway(String reason);

  @OperatorLine(code = 1152, level = Level.INFO, text = "The mail server takes mail again.")
  void serverBack();

  @OperatorLine(
      code = 1153,
      level = Level.INFO,
      text = "The mail server refused the address of mail {mail}; it is not sent.")
  void refused(MailId mail);

  @OperatorLine(
      code = 1154,
      level = Level.WARNING,
      text = "Mail {mail} could not be sent in time and was given up.")
  void givenUp(MailId mail);

  @OperatorLine(
      code = 1155,
      level = Level.WARNING,
      text = "A message on parley.mail is none of ours and was ignored.")
  void poison();

  @OperatorLine(
      code = 1156,
      level = Level.WARNING,
      text = "Mail that waits could not be looked through; tried again later.")
  void sweepFailed(Throwable cause);

  @OperatorLine(
      code = 1157,
      level = Level.WARNING,
      text = "{count} mails had lost their place in the queue and were put into it again.")
  void foundAgain(int count);
}
