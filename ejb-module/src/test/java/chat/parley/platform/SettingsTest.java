package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class SettingsTest {

  record Everything(
      @Setting("a.text") String text,
      @Setting("a.secret") Secret secret,
      @Setting("a.number") int number,
      @Setting("a.long") long large,
      @Setting("a.switch") boolean on,
      @Setting("a.time") Duration time,
      @Setting("a.address") URI address,
      @Setting("a.path") Path path,
      @Setting("a.list") List<String> list,
      @Setting("a.maybe") Optional<String> maybe) {}

  record AListPerhaps(@Setting("a.list") Optional<List<String>> list) {}

  record OneNumber(@Setting("a.number") int number) {
    OneNumber {
      if (number > 10) {
        throw new IllegalArgumentException("The setting a.number is at most 10.");
      }
    }
  }

  private static Function<String, Optional<String>> values(Map<String, String> values) {
    return key -> Optional.ofNullable(values.get(key));
  }

  @Test
  void everyTypeIsRead() {
    Everything read =
        Settings.read(
            Everything.class,
            values(
                Map.of(
                    "a.text", " hello ",
                    "a.secret", "s3cret",
                    "a.number", "7",
                    "a.long", "8000000000",
                    "a.switch", "true",
                    "a.time", "PT30M",
                    "a.address", "http://localhost:8080",
                    "a.path", "/tmp/keys",
                    "a.list", "one, two")));
    assertThat(read)
        .isEqualTo(
            new Everything(
                "hello",
                new Secret("s3cret"),
                7,
                8_000_000_000L,
                true,
                Duration.ofMinutes(30),
                URI.create("http://localhost:8080"),
                Path.of("/tmp/keys"),
                List.of("one", "two"),
                Optional.empty()));
  }

  @Test
  void aListMayBeMissing() {
    assertThat(Settings.read(AListPerhaps.class, values(Map.of("a.list", "one, two"))).list())
        .contains(List.of("one", "two"));
    assertThat(Settings.read(AListPerhaps.class, values(Map.of())).list()).isEmpty();
  }

  @Test
  void aSecretDoesNotShowItself() {
    assertThat(new Secret("s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void aMissingValueIsNamedWithBothWaysToGiveIt() {
    assertThatThrownBy(() -> Settings.read(OneNumber.class, values(Map.of())))
        .hasMessageContaining("system property a.number")
        .hasMessageContaining("environment variable A_NUMBER");
  }

  @Test
  void aWrongTypeAndABrokenBoundAreSentences() {
    assertThatThrownBy(() -> Settings.read(OneNumber.class, values(Map.of("a.number", "many"))))
        .hasMessage("The setting a.number cannot be 'many': it must be a number.");
    assertThatThrownBy(() -> Settings.read(OneNumber.class, values(Map.of("a.number", "11"))))
        .hasMessage("The setting a.number is at most 10.");
  }

  @Test
  void theFileAndTheCodeHoldTheSameKeys() throws Exception {
    Set<String> inCode = new TreeSet<>();
    for (Class<?> type : ProductClasses.all().toList()) {
      inCode.addAll(recordKeys(type));
      inCode.addAll(injectedKeys(type));
    }
    // Read by the resource adapter, which is another archive.
    inCode.addAll(Set.of("parley.broker.url", "parley.broker.user", "parley.broker.password"));
    assertThat(Settings.keys()).containsExactlyElementsOf(inCode);
  }

  @Test
  void everyKeyOfTheFileIsExplained() throws Exception {
    List<String> lines =
        Files.readAllLines(
            ProductClasses.file(
                "ejb-module/src/main/resources/META-INF/microprofile-config.properties"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("=") && !lines.get(i).startsWith("#")) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ").endsWith(".");
      }
    }
  }

  @Test
  void secretsAreNamedSoThatNoLogShowsThem() throws Exception {
    for (Class<?> type : ProductClasses.all().filter(Class::isRecord).toList()) {
      for (RecordComponent component : type.getRecordComponents()) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting != null) {
          assertThat(Settings.isSecret(setting.value()))
              .as(setting.value())
              .isEqualTo(component.getGenericType().getTypeName().contains(Secret.class.getName()));
        }
      }
    }
  }

  private static Set<String> recordKeys(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .map(component -> component.getAnnotation(Setting.class))
            .flatMap(Stream::ofNullable)
            .map(Setting::value)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Set<String> injectedKeys(Class<?> type) {
    return Stream.of(
            Arrays.stream(type.getDeclaredFields()),
            Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters())),
            Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getParameters())))
        .flatMap(elements -> elements)
        .map(element -> element.getAnnotation(ConfigProperty.class))
        .flatMap(Stream::ofNullable)
        .map(ConfigProperty::name)
        .filter(name -> name.startsWith("parley."))
        .collect(Collectors.toSet());
  }
}
