package chat.parley.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the settings of a feature into its record: each component is annotated with {@link Setting}
 * and is a {@code String}, {@code int}, {@code long}, {@code boolean}, {@link Duration} (ISO 8601),
 * {@link URI}, {@link Path}, {@link Secret}, a {@code List} of strings (separated by commas), or an
 * {@code Optional} of one of these. The record checks its own bounds in its constructor.
 */
public final class Settings {

  private static final String FILE = "META-INF/microprofile-config.properties";

  private Settings() {}

  /**
   * Reads a record.
   *
   * @param lookup the value of a key, empty when it has none
   * @throws IllegalStateException one sentence for the operator: which setting, and what is wrong
   */
  public static <R extends Record> R read(
      Class<R> type, Function<String, Optional<String>> lookup) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], lookup);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      Throwable refused = e.getTargetException();
      throw new IllegalStateException(String.valueOf(refused.getMessage()), refused);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  /**
   * Looks a key up where MicroProfile Config does, for the few places that the container makes
   * without it: system property, environment, then the file of defaults.
   */
  public static Optional<String> withoutContainer(String key) {
    String inEnvironment = environmentName(key);
    return Stream.<Optional<String>>of(
            Optional.ofNullable(System.getProperty(key)),
            Optional.ofNullable(System.getenv(inEnvironment)),
            Optional.ofNullable(Defaults.VALUES.getProperty(key)))
        .flatMap(Optional::stream)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** The keys of the file of defaults that are Parley's own, in order. */
  public static List<String> keys() {
    return Defaults.VALUES.stringPropertyNames().stream()
        .filter(key -> key.startsWith("parley."))
        .sorted()
        .toList();
  }

  /** Whether a log must not show the value of this key. */
  public static boolean isSecret(String key) {
    return key.endsWith(".password") || key.endsWith(".secret") || key.endsWith(".nodes");
  }

  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Object value(
      RecordComponent component, Function<String, Optional<String>> lookup) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException(component + " lacks @Setting");
    }
    String key = setting.value();
    Optional<String> text = lookup.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    if (component.getType() == Optional.class) {
      Type wanted = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return text.map(value -> parse(key, rawType(wanted), value));
    }
    return parse(
        key,
        component.getType(),
        text.orElseThrow(
            () ->
                new IllegalStateException(
                    "The setting "
                        + key
                        + " has no value. Give it as the system property "
                        + key
                        + " or the environment variable "
                        + environmentName(key)
                        + ".")));
  }

  /** The class of a type: of a list of strings, which has a parameter, too. */
  private static Class<?> rawType(Type type) {
    return (Class<?>)
        (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
  }

  private static Object parse(String key, Class<?> type, String text) {
    try {
      if (type == String.class) {
        return text;
      } else if (type == Secret.class) {
        return new Secret(text);
      } else if (type == int.class || type == Integer.class) {
        return Integer.valueOf(text);
      } else if (type == long.class || type == Long.class) {
        return Long.valueOf(text);
      } else if (type == Duration.class) {
        return Duration.parse(text);
      } else if (type == URI.class) {
        return URI.create(text);
      } else if (type == Path.class) {
        return Path.of(text);
      } else if (type == List.class) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
      } else if (type == boolean.class || type == Boolean.class) {
        if (!text.equals("true") && !text.equals("false")) {
          throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.valueOf(text);
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The setting %s cannot be '%s': it must be %s."
              .formatted(key, type == Secret.class ? "(secret)" : text, named(type)),
          e);
    }
    throw new IllegalStateException("no setting can be a " + type);
  }

  private static String named(Class<?> type) {
    if (type == Duration.class) {
      return "a duration such as PT30M";
    } else if (type == URI.class) {
      return "an address";
    } else if (type == Path.class) {
      return "a path";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return "a number";
  }

  /** The defaults, read once. */
  private static final class Defaults {

    static final Properties VALUES = load();

    private static Properties load() {
      Properties defaults = new Properties();
      try {
        ClassLoader loader = Settings.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(FILE))) {
          try (InputStream file = url.openStream()) {
            defaults.load(file);
          }
        }
        return defaults;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + FILE, e);
      }
    }
  }
}
