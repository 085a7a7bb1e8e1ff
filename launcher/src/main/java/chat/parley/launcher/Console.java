package chat.parley.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** What a person reads in the terminal: the only place of the product that prints. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }

  void complain(String sentence) {
    err.println("parley: " + sentence);
    err.flush();
  }
}
