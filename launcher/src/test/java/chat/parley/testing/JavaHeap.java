package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of another JVM with the serial collector, asked with the JDK's own {@code jcmd}.
 *
 * @param committed bytes it has taken from the system
 * @param used bytes of objects, those included that nobody refers to any more
 */
public record JavaHeap(long committed, long used) {

  private static final Pattern GENERATION =
      Pattern.compile("generation +total (\\d+)K, used (\\d+)K");

  static JavaHeap of(long process) {
    Matcher generations = GENERATION.matcher(jcmd(process, "GC.heap_info"));
    long committed = 0;
    long used = 0;
    while (generations.find()) {
      committed += Long.parseLong(generations.group(1)) * 1024;
      used += Long.parseLong(generations.group(2)) * 1024;
    }
    if (committed == 0) {
      throw new IllegalStateException("not a heap of the serial collector");
    }
    return new JavaHeap(committed, used);
  }

  /** The heap of a process after everything was collected that nobody refers to. */
  static JavaHeap ofLiveObjects(long process) {
    jcmd(process, "GC.run");
    return of(process);
  }

  private static String jcmd(long process, String command) {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process asked = new ProcessBuilder(tool, Long.toString(process), command).start();
      return new String(asked.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
