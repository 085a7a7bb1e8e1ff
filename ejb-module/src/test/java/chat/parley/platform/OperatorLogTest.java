package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OperatorLogTest {

  private static final Pattern ROW =
      Pattern.compile("\\| PARLEY-(\\d{4}) \\| ([A-Z]+) \\| `(.*?)` \\| (.+) \\|");

  /** Lines of this test. */
  interface Lines {
    @OperatorLine(code = 9000, level = Level.WARNING, text = "{who} did {what}.")
    void did(String who, int what, Throwable cause);
  }

  @Test
  void aLineCarriesItsCodeItsArgumentsAndItsCause() {
    List<LogRecord> records = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("chat.parley.platform");
    logger.addHandler(handler);
    try {
      RuntimeException cause = new RuntimeException("because");
      OperatorLog.of(Lines.class).did("Eve\nPARLEY-1000 forged", 7, cause);
      assertThat(records).hasSize(1);
      assertThat(records.get(0).getMessage())
          .isEqualTo("PARLEY-9000 Eve?PARLEY-1000 forged did 7.");
      assertThat(records.get(0).getLevel()).isEqualTo(java.util.logging.Level.WARNING);
      assertThat(records.get(0).getThrown()).isSameAs(cause);
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  void whatIsSaidAfterTheHandlersWereClosedGoesToStandardError() {
    Logger root = Logger.getLogger("");
    Handler[] handlers = root.getHandlers();
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      Lines lines = OperatorLog.of(Lines.class);
      Arrays.stream(handlers).forEach(root::removeHandler);
      System.setErr(capture);
      lines.did("Eve", 7, new RuntimeException("because"));
    } finally {
      System.setErr(before);
      Arrays.stream(handlers).forEach(root::addHandler);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("WARNING", "PARLEY-9000 Eve did 7.", "because");
  }

  @Test
  void theLinesAndTheOperatorsHandbookAreTheSame() throws Exception {
    Map<String, String> inCode = new TreeMap<>();
    for (Class<?> type : ProductClasses.all().toList()) {
      for (Method method : type.getDeclaredMethods()) {
        OperatorLine line = method.getAnnotation(OperatorLine.class);
        if (line != null) {
          String before = inCode.put(String.valueOf(line.code()), line.level() + " " + line.text());
          assertThat(before).as("code %s is used twice", line.code()).isNull();
          assertThat(placeholders(line.text()))
              .as(line.text())
              .containsExactlyInAnyOrderElementsOf(
                  Arrays.stream(method.getParameters())
                      .filter(parameter -> !Throwable.class.isAssignableFrom(parameter.getType()))
                      .map(Parameter::getName)
                      .toList());
        }
      }
    }
    Map<String, String> inHandbook = new TreeMap<>();
    Matcher rows =
        ROW.matcher(Files.readString(ProductClasses.file("docs/operations/log-messages.md")));
    while (rows.find()) {
      // The doors of the product are another module, which compares its own lines.
      int code = Integer.parseInt(rows.group(1));
      if (code < 1700 || code >= 1800) {
        inHandbook.put(rows.group(1), rows.group(2) + " " + rows.group(3));
      }
    }
    assertThat(inHandbook).isEqualTo(inCode);
  }

  private static List<String> placeholders(String text) {
    return Pattern.compile("\\{(\\w+)}").matcher(text).results().map(hit -> hit.group(1)).toList();
  }
}
