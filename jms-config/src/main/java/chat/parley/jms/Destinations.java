package chat.parley.jms;

/**
 * Every address on the broker, once. {@code broker.xml} holds the same list; a test compares them.
 */
public final class Destinations {

  /** Topic: batches of log entries and signals, to every instance. Non-persistent. */
  public static final String FANOUT = "parley.fanout";

  /**
   * Topic: revocations and changed limits, to every instance. Non-persistent; truth is the
   * database.
   */
  public static final String CONTROL = "parley.control";

  /** Queue: one outgoing mail. */
  public static final String MAIL = "parley.mail";

  /** Queue: one tip to look at again. */
  public static final String TIP_CONFIRMATION = "parley.tip.confirmation";

  /** Queue: one web push. */
  public static final String PUSH = "parley.push";

  /** Topic: CloudEvents for other systems. */
  public static final String EVENTS = "parley.events";

  /** Queue: commands from other systems. */
  public static final String COMMANDS = "parley.commands";

  private Destinations() {}
}
