package chat.parley.budget.control;

import chat.parley.budget.BudgetReached;
import chat.parley.jms.Destinations;
import chat.parley.platform.Job;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What other systems are told of budgets: JSON text of words and numbers, without escapes. */
public final class BudgetNews {

  /** As every JSON of the product writes a time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private BudgetNews() {}

  /** The fact, as CloudEvents 1.0 has it; there is one for each threshold in a month. */
  public static Job event(BudgetReached reached, Instant at) {
    String budget = reached.budget().word();
    return Job.now(
        Destinations.EVENTS,
        "{\"specversion\":\"1.0\",\"id\":\""
            + budget
            + "-"
            + reached.month()
            + "-"
            + reached.percent()
            + "\",\"source\":\"urn:parley:budget\",\"type\":\"chat.parley.budget.reached\""
            + ",\"subject\":\""
            + budget
            + "\",\"time\":\""
            + TIME.format(at)
            + "\",\"datacontenttype\":\"application/json\",\"data\":{\"budget\":\""
            + budget
            + "\",\"month\":\""
            + reached.month()
            + "\",\"percent\":"
            + reached.percent()
            + ",\"used\":"
            + reached.used()
            + ",\"granted\":"
            + reached.granted()
            + ",\"stops\":"
            + reached.isStop()
            + "}}");
  }
}
