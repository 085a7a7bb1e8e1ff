package chat.parley.bench;

import java.util.HashMap;
import java.util.Map;

/** {@code --name value} pairs. */
final class Args {
  private final Map<String, String> map = new HashMap<>();

  Args(String[] a) {
    for (int i = 0; i < a.length; i += 2) {
      if (!a[i].startsWith("--") || i + 1 == a.length) {
        throw new IllegalArgumentException("expected --name value, got " + a[i]);
      }
      map.put(a[i].substring(2), a[i + 1]);
    }
  }

  String get(String name, String orElse) {
    return map.getOrDefault(name, orElse);
  }

  int num(String name, int orElse) {
    return Integer.parseInt(get(name, "" + orElse));
  }

  String need(String name) {
    String v = map.get(name);
    if (v == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return v;
  }
}
