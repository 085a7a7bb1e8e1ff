package chat.parley.platform;

/** Text inside JSON that the server writes into the log (RFC 8259, section 7). */
public final class JsonText {

  private JsonText() {}

  /** The text as a JSON string, with its quotes. */
  public static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
