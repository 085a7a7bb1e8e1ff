package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import chat.parley.platform.InvalidInput;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  private final PasswordHasher hasher = new PasswordHasher(new SecureRandom());

  @Test
  void theParametersAreThoseOfOwaspOrMore() {
    assertThat(PasswordHasher.MEMORY_KIB).isGreaterThanOrEqualTo(19_456);
    assertThat(PasswordHasher.PASSES).isGreaterThanOrEqualTo(2);
    assertThat(hasher.hash(new Password("correct horse")))
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void everyCharacterOfAPasswordCounts() {
    String longest = "ü".repeat(127);
    String hash = hasher.hash(new Password(longest + "a"));
    assertThat(hasher.verify(new Password(longest + "a"), hash)).isTrue();
    assertThat(hasher.verify(new Password(longest + "b"), hash)).isFalse();
    assertThat(hasher.verify(new Password(longest), hash)).isFalse();
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    Password password = new Password("correct horse");
    assertThat(hasher.hash(password)).isNotEqualTo(hasher.hash(password));
  }

  @Test
  void nobodysPasswordIsNeverRight() {
    assertThat(hasher.verify(new Password("correct horse"), null)).isFalse();
  }

  @Test
  void aHashOfOtherParametersIsVerifiedAndOutdated() {
    // Made up: nobody knows its password, only its parameters matter.
    String weaker =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assertThat(hasher.isOutdated(weaker)).isTrue();
    assertThat(hasher.verify(new Password("password"), weaker)).isFalse();
    assertThat(hasher.isOutdated(hasher.hash(new Password("password")))).isFalse();
  }

  @Test
  void anUnknownNameCostsTheSameWorkAsAKnownOne() {
    List<String> work = new ArrayList<>();
    PasswordHasher counted =
        new PasswordHasher(
            new SecureRandom(),
            (password, salt, memory, passes, lanes, length) -> {
              work.add(salt.length + " " + memory + " " + passes + " " + lanes + " " + length);
              return new byte[length];
            });
    String known = counted.hash(new Password("correct horse"));
    work.clear();

    counted.verify(new Password("wrong horse"), known);
    List<String> ofKnown = List.copyOf(work);
    work.clear();
    counted.verify(new Password("wrong horse"), null);

    assertThat(work).hasSize(1).isEqualTo(ofKnown);
  }

  @Test
  void aHashOfBcryptIsVerifiedAndOutdated() {
    // "correct horse", made with the crypt of PHP, of OpenBSD, and an older one.
    for (String version : List.of("2a", "2b", "2y")) {
      String hash = OpenBSDBCrypt.generate(version, "correct horse".toCharArray(), new byte[16], 4);
      assertThat(hasher.verify(new Password("correct horse"), hash)).isTrue();
      assertThat(hasher.verify(new Password("wrong horse"), hash)).isFalse();
      assertThat(hasher.isOutdated(hash)).isTrue();
    }
  }

  @Test
  void aHashOfNoKnownFormIsRefused() {
    for (String bad :
        List.of(
            "",
            "$2b$04$tooShort",
            "$2x$04$abcdefghijklmnopqrstuu5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5",
            "$2b$31$abcdefghijklmnopqrstuu5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5",
            "$1$md5$abcdefghijklmnopqrstuv")) {
      assertThatThrownBy(() -> hasher.verify(new Password("correct horse"), bad))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aPasswordHasItsBounds() {
    for (String bad :
        List.of("", "1234567", "x".repeat(129), "tab\tinside", "null\u0000byte", "line\nbreak")) {
      assertThatThrownBy(() -> NewPassword.of(bad)).isInstanceOf(InvalidInput.class);
    }
    for (String good :
        List.of("12345678", "😀".repeat(8), "😀".repeat(128), "        ", "påsswörd")) {
      assertThat(NewPassword.of(good).typed().value()).isEqualTo(good);
    }
    // Another system may have taken a shorter one.
    assertThat(new Password("1234567").value()).isEqualTo("1234567");
    assertThat(new Password("correct horse").toString()).doesNotContain("horse");
    assertThat(NewPassword.of("correct horse").toString()).doesNotContain("horse");
  }
}
