package chat.parley.notification;

import chat.parley.platform.AccountId;
import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What notifications tell operators. */
public interface NotificationLog {

  NotificationLog LOG = OperatorLog.of(NotificationLog.class);

  @OperatorLine(
      code = 1800,
      level = Level.INFO,
      text = "Web push is off: the key store has no key named web-push.")
  void pushIsOff();

  @OperatorLine(
      code = 1801,
      level = Level.WARNING,
      text = "The push service {host} refused a call with status {status}; it is not repeated.")
  void refused(String host, int status);

  @OperatorLine(
      code = 1802,
      level = Level.WARNING,
      text = "The push service {host} does not answer; its calls wait.")
  void serviceAway(String host);

  @OperatorLine(code = 1803, level = Level.INFO, text = "The push service {host} answers again.")
  void serviceBack(String host);

  @OperatorLine(
      code = 1804,
      level = Level.WARNING,
      text = "A subscription was removed: the name {host} leads to an address inside a network.")
  void privateAddress(String host);

  @OperatorLine(
      code = 1805,
      level = Level.WARNING,
      text = "A message on parley.push is none of ours and was ignored.")
  void poison();

  @OperatorLine(
      code = 1806,
      level = Level.WARNING,
      text = "Devices of account {account} that signed out could not be forgotten.")
  void notForgotten(AccountId account, Throwable cause);
}
