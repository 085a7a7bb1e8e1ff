package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.NewPassword;
import chat.parley.identity.PasswordBreached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsTest {

  private final BreachedPasswords breached = new BreachedPasswords();

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "PassWord", "12345678", "qwertyuiop", "correct horse battery staple"})
  void whatAttackersTryFirstIsRefused(String password) {
    assertThatThrownBy(() -> breached.requireUnknown(NewPassword.of(password), "ada"))
        .isInstanceOf(PasswordBreached.class);
  }

  @Test
  void theUserNameIsRefused() {
    assertThatThrownBy(() -> breached.requireUnknown(NewPassword.of("Adalovelace"), "adalovelace"))
        .isInstanceOf(PasswordBreached.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"four sober otters whistle", "passwordpasswort!", "pässwörd"})
  void otherPasswordsPass(String password) {
    assertThatCode(() -> breached.requireUnknown(NewPassword.of(password), "ada"))
        .doesNotThrowAnyException();
  }
}
