package chat.parley.web.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.Username;
import chat.parley.platform.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented form of a user name is the one that is taken. */
class UsernameSchemaTest {

  private static final String LONGEST = "abcdefghijklmnopqrstuvwxyz012345";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "Ada",
        "a.-_9",
        LONGEST,
        LONGEST + "6",
        "ab",
        "",
        "1da",
        "a da",
        "\u00e4da",
        "ad\u212a",
        "ada\n",
        ".da"
      })
  void theDocumentAndTheCodeTakeTheSameNames(String name) {
    assertThat(name.matches(UsernameSchema.PATTERN)).isEqualTo(isTaken(name));
  }

  private static boolean isTaken(String name) {
    try {
      return new Username(name).value().equalsIgnoreCase(name);
    } catch (InvalidInput refused) {
      return false;
    }
  }
}
