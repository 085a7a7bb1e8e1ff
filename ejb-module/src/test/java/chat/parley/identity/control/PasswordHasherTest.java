package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.Password;
import chat.parley.platform.InvalidInput;
import java.security.SecureRandom;
import java.util.List;
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
  void aPasswordHasItsBounds() {
    for (String bad :
        List.of("", "1234567", "x".repeat(129), "tab\tinside", "null\u0000byte", "line\nbreak")) {
      assertThatThrownBy(() -> new Password(bad)).isInstanceOf(InvalidInput.class);
    }
    for (String good :
        List.of("12345678", "😀".repeat(8), "😀".repeat(128), "        ", "påsswörd")) {
      assertThat(new Password(good).value()).isEqualTo(good);
    }
    assertThat(new Password("correct horse").toString()).doesNotContain("horse");
  }
}
