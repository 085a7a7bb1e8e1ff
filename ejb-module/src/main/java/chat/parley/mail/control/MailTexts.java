package chat.parley.mail.control;

import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailId;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes mails after their templates: as plain text, and as HTML that loads nothing. A paragraph
 * {@code => words: address} is a button in HTML, and words with the address below them in text.
 */
final class MailTexts {

  private static final String FOLDER = "/mail/en/";
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern BUTTON = Pattern.compile("=> ([^:]+): (.+)");

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>{subject}</title></head>
      <body style="margin:0;padding:24px;background:#f6f7f9;color:#17191c;\
      font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
      <div style="max-width:34rem;margin:0 auto;padding:24px;background:#ffffff;\
      border:1px solid #e3e6ea;border-radius:12px">
      """;

  private static final String BUTTON_HTML =
      """
      <p style="margin:24px 0"><a href="{link}" style="display:inline-block;padding:12px 24px;\
      background:#3949c6;color:#ffffff;text-decoration:none;border-radius:8px;\
      font-weight:600">{label}</a></p>
      """;

  private final Map<MailTemplate, Template> templates = new EnumMap<>(MailTemplate.class);

  private record Template(String subject, String text) {}

  MailTexts() {
    for (MailTemplate template : MailTemplate.values()) {
      templates.put(template, read(template));
    }
  }

  private static Template read(MailTemplate template) {
    String name = FOLDER + template.file();
    try (InputStream file = MailTexts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf("\n\n");
      return new Template(text.substring(0, end), text.substring(end + 2).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The mail, written. */
  MailMessage write(MailId id, EmailAddress from, NewMail mail) {
    Template template = templates.get(mail.template());
    if (template == null) {
      throw new IllegalStateException("no template: " + mail.template());
    }
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder(HEAD.replace("{subject}", escape(template.subject())));
    for (String paragraph : template.text().split("\n\n", -1)) {
      String filled = fill(paragraph.replace('\n', ' '), mail.values());
      Matcher button = BUTTON.matcher(filled);
      if (button.matches()) {
        text.append(button.group(1)).append(":\n").append(button.group(2)).append("\n\n");
        html.append(
            BUTTON_HTML
                .replace("{label}", escape(button.group(1)))
                .replace("{link}", escape(button.group(2))));
      } else {
        text.append(filled).append("\n\n");
        html.append("<p>").append(escape(filled)).append("</p>\n");
      }
    }
    html.append("</div></body></html>\n");
    return new MailMessage(
        id, from, mail.to(), template.subject(), text.toString().strip() + "\n", html.toString());
  }

  private static String fill(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("a template names {" + name + "}, which nobody gives");
    }
    return value;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
