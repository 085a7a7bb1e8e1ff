package chat.parley.launcher;

import chat.parley.launcher.mail.MailMain;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Takes every mail that the product sends, and shows it on a page. */
final class MailCatcher {
  static final String NAME = "mail";
  static final String TITLE = "The mail catcher";

  private final Layout layout;
  private final int smtp;
  private final int page;

  MailCatcher(Layout layout, int smtp, int page) {
    this.layout = layout;
    this.smtp = smtp;
    this.page = page;
  }

  ChildProcess start() {
    List<String> options =
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n",
            "-Dparley.mail.smtp.port=" + smtp,
            "-Dparley.mail.page.port=" + page);
    return ChildProcess.start(
        NAME,
        TITLE,
        layout.log(NAME),
        layout.run(),
        JavaProgram.ofLauncher(layout, options, MailMain.class),
        Map.of());
  }

  void awaitReady(ChildProcess child) {
    Readiness.await(
        child, () -> Readiness.listens(smtp) && Readiness.listens(page), Duration.ofSeconds(60));
  }
}
