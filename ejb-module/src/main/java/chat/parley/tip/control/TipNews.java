package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.TransactionHash;
import chat.parley.jms.Destinations;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Job;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a tip: to its conversation, and to other systems. JSON text of ids, words, times,
 * numbers, and symbols of letters and digits from our settings, none of which needs an escape.
 */
public final class TipNews {

  /** The kind of the entries. */
  public static final String KIND = "tip";

  /** As every JSON of the product writes a time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private TipNews() {}

  /**
   * The entry for the conversation.
   *
   * @param by who caused it; null for the chain, or time
   */
  public static NewEntry entry(TipView tip, @Nullable AccountId by) {
    return new NewEntry(
        StreamId.conversation(tip.conversation().value()), KIND, by, null, null, facts(tip));
  }

  /**
   * The fact for other systems, as CloudEvents 1.0 has it.
   *
   * @param step which one of this tip it is: with the id of the tip it is unique
   */
  public static Job event(TipView tip, int step, Instant at) {
    return Job.now(
        Destinations.EVENTS,
        "{\"specversion\":\"1.0\",\"id\":\""
            + tip.id()
            + "-"
            + step
            + "\",\"source\":\"urn:parley:tip\",\"type\":\"chat.parley.tip."
            + tip.state().word()
            + "\",\"subject\":\""
            + tip.id()
            + "\",\"time\":\""
            + TIME.format(at)
            + "\",\"datacontenttype\":\"application/json\",\"data\":"
            + facts(tip)
            + "}");
  }

  private static String facts(TipView tip) {
    Address token = tip.asset().address();
    TransactionHash hash = tip.hash();
    Address from = tip.from();
    Long request = tip.request();
    TipFault fault = tip.fault();
    StringBuilder json = new StringBuilder(720).append('{');
    text(json, "tip", tip.id()).append(',');
    text(json, "state", tip.state().word()).append(',');
    text(json, "payer", tip.payer()).append(',');
    text(json, "recipient", tip.recipient()).append(',');
    text(json, "address", tip.address()).append(',');
    json.append("\"chain\":").append(tip.chain()).append(',');
    if (token != null) {
      text(json, "token", token).append(',');
    }
    text(json, "symbol", tip.asset().symbol()).append(',');
    json.append("\"decimals\":").append(tip.asset().decimals()).append(',');
    text(json, "amount", tip.amount()).append(',');
    text(json, "expiresAt", TIME.format(tip.expiresAt()));
    if (hash != null) {
      text(json.append(','), "hash", hash);
    }
    if (from != null) {
      text(json.append(','), "from", from);
    }
    if (request != null) {
      json.append(",\"request\":").append(request);
    }
    if (fault != null) {
      text(json.append(','), "fault", fault.word());
    }
    json.append(",\"confirmations\":").append(tip.confirmations());
    json.append(",\"needed\":").append(tip.needed());
    return json.append('}').toString();
  }

  private static StringBuilder text(StringBuilder json, String member, Object value) {
    return json.append('"').append(member).append("\":\"").append(value).append('"');
  }
}
