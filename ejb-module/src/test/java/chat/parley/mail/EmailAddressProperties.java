package chat.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.InvalidInput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EmailAddressProperties {

  private static Optional<EmailAddress> parse(String text) {
    try {
      return Optional.of(new EmailAddress(text));
    } catch (InvalidInput e) {
      return Optional.empty();
    }
  }

  @Property
  void addressesAreTakenAsTheyAreButForTheCaseOfTheDomain(@ForAll("addresses") String text) {
    EmailAddress address = new EmailAddress(text);
    int at = text.lastIndexOf('@');
    assertThat(address.value())
        .isEqualTo(text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT));
    assertThat(new EmailAddress(address.value())).isEqualTo(address);
    assertThat(new EmailAddress(text.toUpperCase(Locale.ROOT)).canonical())
        .isEqualTo(address.canonical());
  }

  @Property(tries = 5_000)
  void nothingThatIsTakenCanLeaveItsHeaderLineOrNameASecondReceiver(
      @ForAll("addresses") String text,
      @ForAll @IntRange(max = 60) int position,
      @ForAll("snippets") String snippet)
      throws AddressException {
    int place = Math.min(position, text.length());
    String mutated = text.substring(0, place) + snippet + text.substring(place);
    Optional<EmailAddress> taken = parse(mutated);
    if (taken.isPresent()) {
      String value = taken.get().value();
      assertThat(value).matches("[!-~]+").hasSizeLessThanOrEqualTo(EmailAddress.MAX_LENGTH);
      InternetAddress[] read = InternetAddress.parse(value, true);
      assertThat(read).hasSize(1);
      assertThat(read[0].getAddress()).isEqualTo(value);
      assertThat(read[0].getPersonal()).isNull();
    }
  }

  @Property(tries = 2_000)
  void anyTextIsTakenOrRefusedWithoutAnotherFailure(@ForAll String text) {
    parse(text).ifPresent(address -> assertThat(address.value()).isEqualToIgnoringCase(text));
  }

  @Example
  void theBoundsOfTheStandardHold() {
    String local = "a".repeat(64);
    String label = "b".repeat(63);
    assertThat(parse(local + "@example.org")).isPresent();
    assertThat(parse(local + "a@example.org")).isEmpty();
    assertThat(parse("a@" + label + ".org")).isPresent();
    assertThat(parse("a@" + label + "b.org")).isEmpty();
    String longest = "@" + (label + ".").repeat(3) + "c".repeat(56) + ".org";
    assertThat(parse("a" + longest)).map(each -> each.value().length()).contains(254);
    assertThat(parse("aa" + longest)).isEmpty();
  }

  @Example
  void whatIsNoAddressIsRefused() {
    for (String text :
        List.of(
            "",
            "@",
            "a",
            "a@",
            "@example.org",
            "a@b",
            "a@b@example.org",
            "a@example..org",
            "a@.example.org",
            "a@example.org.",
            "a@-example.org",
            "a@example-.org",
            "a@exam_ple.org",
            ".a@example.org",
            "a.@example.org",
            "a..b@example.org",
            "\"a\"@example.org",
            "a(b)@example.org",
            "a b@example.org",
            " a@example.org",
            "a@example.org ",
            "a@example.org\r\nBcc: b@example.org",
            "a@example.org\0",
            "a\t@example.org",
            "<a@example.org>",
            "A <a@example.org>",
            "a@example.org,b@example.org",
            "a@example.org;b@example.org",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@[IPv6:::1]",
            "\u0430@example.org",
            "a@ex\u00e4mple.org",
            "a@example\u3002org",
            "a@example.org\u2028")) {
      assertThatThrownBy(() -> new EmailAddress(text)).as(text).isInstanceOf(InvalidInput.class);
    }
  }

  @Example
  void aLogShowsNothingOfIt() {
    assertThat(new EmailAddress("ada@example.org")).hasToString("(address)");
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> atom =
        Arbitraries.strings()
            .withChars("abzABZ019!#$%&'*+/=?^_`{|}~-")
            .ofMinLength(1)
            .ofMaxLength(20);
    Arbitrary<String> label =
        Arbitraries.strings().withChars("abzABZ019").ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> local =
        atom.list().ofMinSize(1).ofMaxSize(3).map(all -> String.join(".", all));
    Arbitrary<String> domain =
        label.list().ofMinSize(1).ofMaxSize(3).map(all -> String.join(".", all) + ".Org");
    return Combinators.combine(local, domain).as((mailbox, place) -> mailbox + "@" + place);
  }

  @Provide
  Arbitrary<String> snippets() {
    return Arbitraries.of(
        "\r\n", "\n", "\r", "\0", " ", "\t", "@", ",", ";", ":", "<", ">", "(", ")", "\"", "\\",
        "[", "]", ".", "..", "\u00e9", "\u2028", "\u0085", "%0d%0a", "x");
  }
}
