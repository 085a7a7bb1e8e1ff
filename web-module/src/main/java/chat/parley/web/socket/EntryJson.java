package chat.parley.web.socket;

import chat.parley.journal.Entry;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.realtime.SharedEntry;
import chat.parley.web.json.StrictJson;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one encoding of an entry, on the socket and over REST; its schema is AsyncAPI's. */
@Schema(name = "Entry")
public final class EntryJson {

  private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

  private EntryJson() {}

  /**
   * The entries as a JSON array, as this device may see them: the device and the idempotency key of
   * an entry are shown only to the device that sent it.
   */
  public static String array(List<SharedEntry> entries, DeviceId viewer) {
    int weight = SharedEntry.weight(entries);
    StringBuilder json = new StringBuilder(weight + 2).append('[');
    append(json, entries, viewer);
    return json.append(']').toString();
  }

  /** The entries, separated by commas. */
  static void append(StringBuilder json, List<SharedEntry> entries, DeviceId viewer) {
    String separator = "";
    for (SharedEntry shared : entries) {
      json.append(separator).append('{');
      appendMembers(json, shared, viewer);
      json.append('}');
      separator = ",";
    }
  }

  /** The members of one entry without the braces around them. */
  static void appendMembers(StringBuilder json, SharedEntry shared, DeviceId viewer) {
    Entry entry = shared.entry();
    json.append(shared.encoded(EntryJson::members));
    UUID cid = entry.cid();
    if (viewer.equals(entry.device())) {
      json.append(",\"device\":\"").append(viewer).append('"');
      if (cid != null) {
        json.append(",\"cid\":\"").append(cid).append('"');
      }
    }
  }

  /** What everybody may see of an entry. */
  private static String members(Entry entry) {
    String body = entry.body();
    AccountId by = entry.by();
    StringBuilder json = new StringBuilder(320 + (body == null ? 0 : body.length()));
    json.append("\"stream\":\"").append(entry.stream());
    json.append("\",\"seq\":").append(entry.seq());
    json.append(",\"kind\":\"").append(entry.kind());
    json.append("\",\"at\":\"").append(StrictJson.time(entry.at())).append('"');
    if (by != null) {
      json.append(",\"by\":\"").append(by).append('"');
    }
    json.append(",\"hash\":\"").append(entry.hash()).append('"');
    Instant expiresAt = entry.expiresAt();
    if (expiresAt != null) {
      json.append(",\"expiresAt\":\"").append(StrictJson.time(expiresAt)).append('"');
    }
    if (body != null) {
      json.append(",\"body\":");
      quote(json, body);
    }
    return json.toString();
  }

  /** Appends a text as a JSON string. */
  static void quote(StringBuilder json, String text) {
    json.append('"');
    if (isPlain(text)) {
      json.append(text);
    } else {
      ESCAPES.quoteAsString(text, json);
    }
    json.append('"');
  }

  /** Whether nothing needs an escape, as in ciphertext: such a text is copied as a whole. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
