package chat.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileChangeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static ProfileChange names(String name) {
    return new ProfileChange(name, null, null, null, null, VisibilitiesChange.NONE);
  }

  private static ProfileChange born(String date) {
    return new ProfileChange(null, null, date, null, null, VisibilitiesChange.NONE);
  }

  private static ProfileChange links(List<String> links) {
    return new ProfileChange(null, null, null, null, links, VisibilitiesChange.NONE);
  }

  @Test
  void whatIsAbsentStaysAndWhatIsEmptyGoes() {
    Profile full =
        new ProfileChange(
                " Ada L. ",
                "Numbers.\nAnd engines.",
                "1990-12-31",
                "woman",
                List.of("https://example.org/ada", "https://example.org/ada"),
                new VisibilitiesChange(null, Visibility.EVERYONE, null, null, null, null, null))
            .of(Profile.EMPTY, TODAY);

    assertThat(full.displayName()).isEqualTo("Ada L.");
    assertThat(full.birthDate()).isEqualTo(LocalDate.of(1990, 12, 31));
    assertThat(full.links()).containsExactly("https://example.org/ada");
    assertThat(full.visibilities().about()).isEqualTo(Visibility.EVERYONE);
    assertThat(full.visibilities().birthDate()).isEqualTo(Visibility.NOBODY);
    assertThat(
            new ProfileChange(null, null, null, null, null, VisibilitiesChange.NONE)
                .of(full, TODAY))
        .isEqualTo(full);
    assertThat(
            new ProfileChange("", "", "", "", List.of(), VisibilitiesChange.NONE).of(full, TODAY))
        .isEqualTo(new Profile("", "", null, "", List.of(), null, full.visibilities()));
    assertThat(full.toString()).doesNotContain("Ada", "1990");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "https://example.org:8443/a?b=c#d",
        "HTTPS://xn--bcher-kva.example/"
      })
  void linksLeadSomewhereByHttps(String link) {
    assertThatCode(() -> links(List.of(link))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "http://example.org",
        "javascript:alert(1)",
        "https:",
        "https:///path",
        "https://me:secret@example.org",
        "https://me@example.org",
        "https://example.org/ space",
        "https://\u0435xample.org",
        "https://example.org/\u202egnp.exe",
        "data:text/html,hello"
      })
  void otherLinksAreRefused(String link) {
    assertThatThrownBy(() -> links(List.of(link))).isInstanceOf(InvalidInput.class);
  }

  @Test
  void linksAreFewAndShort() {
    assertThatThrownBy(() -> links(Collections.nCopies(6, "https://example.org")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> links(List.of("https://example.org/" + "a".repeat(181))))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A\nB", "A\u0000", "\u202eadA", "A\u200bB", "A\ud800", "A\u2066B", "\ufeffA"})
  void namesHoldNothingThatNobodySees(String name) {
    assertThatThrownBy(() -> names(name)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aNameHasSixtyCharactersWhateverTheirSize() {
    assertThatCode(() -> names("\ud83d\ude00".repeat(60))).doesNotThrowAnyException();
    assertThatThrownBy(() -> names("a".repeat(61))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                new ProfileChange(null, "a".repeat(501), null, null, null, VisibilitiesChange.NONE))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "1990-02-30", "1899-12-31", "+19900-01-01", "1990-1-1", "0", " "})
  void aBirthDateIsADayOfOurTime(String date) {
    assertThatThrownBy(() -> born(date)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void nobodyIsBornTomorrow() {
    assertThatThrownBy(() -> born("2026-11-24").of(Profile.EMPTY, TODAY))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "  ", "<b>bold</b>", "a\tb\u0000"})
  void anInterestIsAFewWords(String name) {
    assertThatThrownBy(() -> new AddInterest(name, "games")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void anInterestHasOneFormOfItsBlanksAndLetters() {
    assertThat(new AddInterest("  Lock\u00a0 picking ", "games").name()).isEqualTo("Lock picking");
    assertThat(new AddInterest("\uff23\uff2b\uff30", "games").name()).isEqualTo("CKP");
    assertThatThrownBy(() -> new AddInterest("x".repeat(41), "games"))
        .isInstanceOf(InvalidInput.class);
  }
}
