package chat.parley.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page that shows commands and their answers, as steps to do. A block {@code sh} is a command, a
 * block {@code json} behind it the answer, and a quoted line "<b>Somebody</b>, in the web app:
 * text" is what somebody else does meanwhile.
 */
public final class HandBook {

  /** What differs from run to run. */
  private static final String ANYTHING = "…";

  private static final Pattern STEP =
      Pattern.compile(
          "(?ms)^```sh\\n(?<command>.*?)^```$(?:\\s+^```json\\n(?<answer>.*?)^```$)?"
              + "|^> \\*\\*\\w+\\*\\*, in the web app: (?<line>[^\\n]*)$");

  private HandBook() {}

  /**
   * One step.
   *
   * @param command what to run; null when somebody says something instead
   * @param answer what it prints; null when the page does not show it
   * @param line what somebody says in the web app
   */
  public record Step(@Nullable String command, @Nullable String answer, @Nullable String line) {}

  /** The steps of a page of the project. */
  public static List<Step> steps(Path page) {
    try {
      List<Step> steps = new ArrayList<>();
      Matcher step = STEP.matcher(Files.readString(page));
      while (step.find()) {
        steps.add(new Step(step.group("command"), step.group("answer"), step.group("line")));
      }
      return steps;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an answer is as the page shows it; the faults, one sentence each. */
  public static List<String> differences(String shown, String given) {
    List<String> faults = new ArrayList<>();
    try {
      compare("", RestClient.JSON.readTree(shown), RestClient.JSON.readTree(given), faults);
    } catch (JsonProcessingException e) {
      faults.add("no JSON: " + given);
    }
    return faults;
  }

  private static void compare(String at, JsonNode shown, JsonNode given, List<String> faults) {
    if (shown.isTextual() && shown.asText().equals(ANYTHING)) {
      if (!given.isTextual() || given.asText().isEmpty()) {
        faults.add(at + " is " + given);
      }
    } else if (shown.isObject() && given.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      shown.fieldNames().forEachRemaining(names::add);
      given.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(at + "/" + name, shown.path(name), given.path(name), faults));
    } else if (shown.isArray() && given.isArray() && shown.size() == given.size()) {
      for (int i = 0; i < shown.size(); i++) {
        compare(at + "/" + i, shown.get(i), given.get(i), faults);
      }
    } else if (!shown.equals(given)) {
      faults.add(at + " is " + given + " and not " + shown);
    }
  }
}
