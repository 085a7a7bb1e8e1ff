package chat.parley.platform;

import java.lang.System.Logger.Level;

/** What the platform tells operators. */
public interface PlatformLog {

  PlatformLog LOG = OperatorLog.of(PlatformLog.class);

  @OperatorLine(code = 1000, level = Level.INFO, text = "Instance {instance} starts.")
  void starting(InstanceId instance);

  @OperatorLine(code = 1001, level = Level.INFO, text = "Setting {key} = {value}")
  void setting(String key, String value);

  @OperatorLine(
      code = 1002,
      level = Level.INFO,
      text = "The schema is at version {version}; {applied} migrations were applied now.")
  void schemaMigrated(String version, int applied);

  @OperatorLine(code = 1003, level = Level.ERROR, text = "Parley cannot start: {reason}")
  void cannotStart(String reason, Throwable cause);

  @OperatorLine(
      code = 1004,
      level = Level.WARNING,
      text = "Jobs wait in the outbox; they are carried on when broker and database answer.")
  void jobsWait(Throwable cause);

  @OperatorLine(
      code = 1005,
      level = Level.INFO,
      text = "Jobs are carried from the outbox to the broker again.")
  void jobsMoveOn();
}
