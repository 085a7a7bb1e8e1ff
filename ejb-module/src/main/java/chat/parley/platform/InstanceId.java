package chat.parley.platform;

import java.util.regex.Pattern;

/**
 * The name of this running instance, different from every other instance of the installation: it
 * tells an instance its own echo from the news of the others.
 */
public record InstanceId(String value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  public InstanceId {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An instance is named with 1 to 100 letters, digits, '.', '_' or '-', not: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
