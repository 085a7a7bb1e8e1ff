package chat.parley.launcher.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of strangers on our page. */
final class Html {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private Html() {}

  /** Safe as text and inside a quoted attribute. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(each);
      }
    }
    return safe.toString();
  }

  /** Escaped text whose web addresses can be clicked. */
  static String withLinks(String text) {
    StringBuilder html = new StringBuilder();
    Matcher links = LINK.matcher(text);
    int end = 0;
    while (links.find()) {
      String address = escape(links.group());
      html.append(escape(text.substring(end, links.start())))
          .append("<a rel=\"noreferrer noopener\" href=\"")
          .append(address)
          .append("\">")
          .append(address)
          .append("</a>");
      end = links.end();
    }
    return html.append(escape(text.substring(end))).toString();
  }
}
