package chat.parley.jms;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Queue: what could not be delivered after all attempts. Only operators read it. */
  public static final String DEAD_LETTERS = "parley.dead-letters";

  /** Queue: jobs that nobody took in time. Only operators read it. */
  public static final String EXPIRED = "parley.expired";

  /** The addresses where every subscriber gets every message. */
  public static final Set<String> TOPICS = Set.of(FANOUT, CONTROL, EVENTS);

  /** The addresses where each message goes to one consumer. */
  public static final Set<String> QUEUES =
      Set.of(MAIL, TIP_CONFIRMATION, PUSH, COMMANDS, DEAD_LETTERS, EXPIRED);

  /** The addresses that messages reach which must not be lost on their way there. */
  public static final Set<String> CARRIED =
      Stream.concat(QUEUES.stream(), Stream.of(EVENTS)).collect(Collectors.toUnmodifiableSet());

  private Destinations() {}
}
