package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * CPU seconds and resident memory of groups of processes with all their descendants, from /proc.
 */
final class Procs {
  private static final double HZ = 100;
  private final Map<String, List<Long>> groups = new LinkedHashMap<>();

  /** {@code server:12+13,pg:7} */
  Procs(String spec) {
    for (String g : spec.isEmpty() ? new String[0] : spec.split(",", -1)) {
      String[] p = g.split(":", -1);
      List<Long> pids = new ArrayList<>();
      for (String s : p[1].split("\\+", -1)) {
        pids.add(Long.parseLong(s.trim()));
      }
      groups.put(p[0], pids);
    }
  }

  /**
   * CPU seconds so far of each group, of this process ("client"), and of the whole machine ("busy",
   * "all").
   */
  Map<String, Double> cpu() {
    Map<String, Double> m = new LinkedHashMap<>();
    groups.forEach(
        (name, roots) -> {
          double sum = 0;
          for (long root : roots) {
            for (long pid : family(root)) {
              String @Nullable [] f = stat(pid);
              if (f != null) {
                sum +=
                    Long.parseLong(f[11])
                        + Long.parseLong(f[12]) // itself
                        + Long.parseLong(f[13])
                        + Long.parseLong(f[14]); // children that ended
              }
            }
          }
          m.put(name, sum / HZ);
        });
    String[] me = Objects.requireNonNull(stat(ProcessHandle.current().pid()), "no /proc");
    m.put("client", (Long.parseLong(me[11]) + Long.parseLong(me[12])) / HZ);
    try {
      String[] f = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", -1);
      double all = 0;
      for (int i = 1; i <= 8; i++) {
        all += Long.parseLong(f[i]) / HZ;
      }
      m.put("all", all);
      m.put("busy", all - (Long.parseLong(f[4]) + Long.parseLong(f[5])) / HZ);
      m.put("steal", Long.parseLong(f[8]) / HZ);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return m;
  }

  /** Resident kilobytes of each group. */
  Map<String, Long> rss() {
    Map<String, Long> m = new LinkedHashMap<>();
    groups.forEach(
        (name, roots) -> {
          long sum = 0;
          for (long root : roots) {
            for (long pid : family(root)) {
              try {
                for (String l : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                  if (l.startsWith("VmRSS:")) {
                    sum += Long.parseLong(l.replaceAll("\\D", ""));
                  }
                }
              } catch (IOException e) {
                // it ended
              }
            }
          }
          m.put(name, sum);
        });
    return m;
  }

  private static List<Long> family(long root) {
    List<Long> all = new ArrayList<>();
    all.add(root);
    ProcessHandle.of(root).ifPresent(h -> h.descendants().forEach(d -> all.add(d.pid())));
    return all;
  }

  /** Fields of /proc/pid/stat after the command name; [11] is utime. */
  private static String @Nullable [] stat(long pid) {
    try {
      String s = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return s.substring(s.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      return null;
    }
  }
}
