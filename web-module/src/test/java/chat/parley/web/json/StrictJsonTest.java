package chat.parley.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class StrictJsonTest {

  enum Colour {
    red
  }

  record Inner(String name) {}

  record Outer(
      String text,
      @Nullable Integer number,
      @Nullable Boolean flag,
      @Nullable Inner inner,
      @Nullable List<Inner> list,
      @Nullable UUID id,
      @Nullable Colour colour) {}

  private static Outer read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8), Outer.class);
  }

  private static void refused(String pointer, String text) {
    refused(pointer, () -> read(text));
  }

  private static void refused(String pointer, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(refusal.members().get("errors"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                    .singleElement()
                    .satisfies(error -> assertThat(error.get("pointer")).isEqualTo(pointer)));
  }

  @Test
  void aCompleteObjectIsRead() {
    Outer outer =
        read(
            """
            {"text":"é€😀","number":7,"flag":false,"inner":{"name":"a"},"list":[{"name":"b"}],
             "id":"01890a5d-ac96-774b-bcce-b302099a8057","colour":"red"}""");
    assertThat(outer.text()).isEqualTo("é€😀");
    assertThat(outer.list()).containsExactly(new Inner("b"));
  }

  @Test
  void whatMayBeAbsentMayBeAbsentOrNull() {
    assertThat(read("{\"text\":\"a\",\"inner\":null}")).isEqualTo(read("{\"text\":\"a\"}"));
  }

  @Test
  void theWrongShapeIsRefusedWhereItStands() {
    refused("/text", "{}");
    refused("/text", "{\"text\":null}");
    refused("/inner/name", "{\"text\":\"a\",\"inner\":{}}");
    refused("/list/1/name", "{\"text\":\"a\",\"list\":[{\"name\":\"b\"},{}]}");
    refused("/list/0", "{\"text\":\"a\",\"list\":[null]}");
    refused("/more", "{\"text\":\"a\",\"more\":1}");
    refused("/inner/a~1b", "{\"text\":\"a\",\"inner\":{\"a/b\":1}}");
  }

  @Test
  void nothingIsTurnedIntoAnotherType() {
    for (String wrong : List.of("1", "1.5", "true", "[]", "{}", "[\"a\"]")) {
      refused("/text", "{\"text\":" + wrong + "}");
    }
    for (String wrong : List.of("\"1\"", "1.5", "1e2", "true", "\"\"", "[]", "99999999999")) {
      refused("/number", "{\"text\":\"a\",\"number\":" + wrong + "}");
    }
    for (String wrong : List.of("\"true\"", "1", "\"\"")) {
      refused("/flag", "{\"text\":\"a\",\"flag\":" + wrong + "}");
    }
    for (String wrong : List.of("\"\"", "1", "[]", "\"x\"", "true")) {
      refused("/inner", "{\"text\":\"a\",\"inner\":" + wrong + "}");
    }
    for (String wrong : List.of("\"\"", "{}", "1", "\"x\"")) {
      refused("/list", "{\"text\":\"a\",\"list\":" + wrong + "}");
    }
    for (String wrong :
        List.of("1", "\"\"", "\"1-1-1-1-1\"", "\"01890A5D-ac96-774b-bcce-b302099a8057\"")) {
      refused("/id", "{\"text\":\"a\",\"id\":" + wrong + "}");
    }
    for (String wrong : List.of("0", "\"RED\"", "\"\"")) {
      refused("/colour", "{\"text\":\"a\",\"colour\":" + wrong + "}");
    }
  }

  @Test
  void theSameNameTwiceIsRefused() {
    refused("/text", "{\"text\":\"a\",\"text\":\"b\"}");
    refused("/inner/name", "{\"text\":\"a\",\"inner\":{\"name\":\"a\",\"name\":\"b\"}}");
  }

  @Test
  void whatIsNoJsonObjectIsRefused() {
    for (String text :
        List.of("null", "1", "\"a\"", "[]", "", "{\"text\":\"a\"} x", "{\"text\":\"a\"}{}")) {
      refused("", text);
    }
    for (String text : List.of("{", "{'text':'a'}", "{text:1}", "/**/{}", "{\"text\":\"a\",}")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> read("{\"text\":NaN}")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void textThatIsNotUnicodeIsRefused() {
    refused("/text", "{\"text\":\"\\ud800\"}");
    refused("/text", "{\"text\":\"a\\u0000\"}");
    for (int bad : new int[] {0x80, 0xc0, 0xff, 0xed}) {
      refused("", () -> StrictJson.read(new byte[] {'{', (byte) bad, '}'}, Outer.class));
    }
    refused(
        "",
        () -> StrictJson.read("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16), Outer.class));
    assertThatThrownBy(() -> read("{\"text\":\"a\nb\"}")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void deepNestingAndLongNamesAndNumbersAreRefused() {
    for (String text :
        List.of(
            "[".repeat(10_000),
            "{\"text\":" + "[".repeat(10_000),
            "{\"more\":" + "{\"a\":".repeat(10_000),
            "{\"" + "n".repeat(50_000) + "\":1}",
            "{\"text\":\"a\",\"number\":" + "9".repeat(50_000) + "}")) {
      assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void aRefusalNeverShowsWhatWasSent() {
    assertThatThrownBy(() -> read("{\"text\":\"a\",\"number\":\"s3cret\"}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageNotContaining("s3cret")
        .hasMessageNotContaining("chat.parley");
  }

  @Test
  void timesAreReadInUtcAndWrittenWithMilliseconds() {
    record At(Instant at, @Nullable String absent) {}
    assertThat(StrictJson.read("{\"at\":\"2026-11-21T03:00:00.120Z\"}", At.class).at())
        .isEqualTo(Instant.parse("2026-11-21T03:00:00.12Z"));
    for (String bad :
        List.of(
            "7",
            "\"\"",
            "\"now\"",
            "\"2026-11-21\"",
            "\"2026-11-21T03:00:00\"",
            "\"2026-11-21T03:00:00Z\"",
            "\"2026-11-21T03:00:00.1234Z\"",
            "\"2026-11-21T03:00:00+00:00\"",
            "\"2026-13-21T03:00:00.000Z\"",
            "\"2026-02-30T03:00:00.000Z\"",
            "\"+12026-11-21T03:00:00.000Z\"")) {
      refused("/at", () -> StrictJson.read("{\"at\":" + bad + "}", At.class));
    }
    assertThat(StrictJson.writeText(new At(Instant.parse("2026-11-21T03:00:00.123456Z"), null)))
        .isEqualTo("{\"at\":\"2026-11-21T03:00:00.123Z\"}");
  }
}
