package chat.parley.web.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.InvalidInput;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs read what browsers write, and browsers what programs write. */
class MessageBodyTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ADA = "0190a1b2-0000-7000-8000-0000000000a1";

  @ParameterizedTest
  @ValueSource(strings = {"Hello!", "\"quoted\" \\ \n ❤ 👩‍👩‍👧", "{\"type\":\"pin\"}", " x "})
  void whatIsWrittenIsWhatIsRead(String text) {
    MessageBody read = MessageBody.read(MessageBody.text(text, RANDOM));

    assertThat(read).isEqualTo(new MessageBody(MessageBody.Type.TEXT, text, null));
  }

  @Test
  void theSameTextNeverHasTheSameBody() {
    assertThat(MessageBody.text("yes", RANDOM)).isNotEqualTo(MessageBody.text("yes", RANDOM));
  }

  @Test
  void aTextThatIsBlankOrTooLongIsRefused() {
    for (String text : List.of("", " \n\t", "x".repeat(65_500), "\n".repeat(40_000))) {
      assertThatThrownBy(() -> MessageBody.text(text, RANDOM)).isInstanceOf(InvalidInput.class);
    }
    assertThat(MessageBody.text("x".repeat(65_000), RANDOM)).hasSizeLessThan(65_536);
  }

  @Test
  void whatATextSaysBesideItsWordsIsMetadata() {
    MessageBody read =
        MessageBody.read(
            """
            {"type":"text","text":"@ada look","salt":"x","replyTo":7,"forwarded":true,
            "mentions":[{"account":"%s","from":0,"length":4},{"account":"ada","from":0,"length":4},
            {"account":"%s","from":-1,"length":4},{"account":"%s","from":0,"length":0},7]}
            """
                .formatted(ADA, ADA, ADA));

    assertThat(read.metadata())
        .isEqualTo(
            new MessageJson.Metadata(
                7L,
                null,
                null,
                List.of(new MessageJson.Mention(UUID.fromString(ADA), 0, 4)),
                true));
  }

  @Test
  void controlMessagesNameTheirTarget() {
    assertThat(MessageBody.read("{\"type\":\"edit\",\"target\":7,\"text\":\"better\"}"))
        .isEqualTo(
            new MessageBody(
                MessageBody.Type.EDIT,
                "better",
                new MessageJson.Metadata(null, 7L, null, null, null)));
    assertThat(MessageBody.read("{\"type\":\"reaction\",\"target\":7,\"emoji\":\"❤\",\"on\":true}"))
        .isEqualTo(
            new MessageBody(
                MessageBody.Type.REACTION,
                "❤",
                new MessageJson.Metadata(null, 7L, true, null, null)));
    assertThat(MessageBody.read("{\"type\":\"pin\",\"target\":7,\"on\":false}"))
        .isEqualTo(
            new MessageBody(
                MessageBody.Type.PIN, null, new MessageJson.Metadata(null, 7L, false, null, null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello!",
        "",
        "null",
        "7",
        "[]",
        "{}",
        "{\"type\":\"text\"}",
        "{\"type\":\"text\",\"text\":7}",
        "{\"type\":[\"text\"],\"text\":\"x\"}",
        "{\"type\":\"edit\",\"text\":\"x\"}",
        "{\"type\":\"edit\",\"text\":\"x\",\"target\":\"7\"}",
        "{\"type\":\"edit\",\"text\":\"x\",\"target\":99999999999999999999}",
        "{\"type\":\"edit\",\"text\":\"x\",\"target\":-7}",
        "{\"type\":\"reaction\",\"target\":7,\"emoji\":\"x\"}",
        "{\"type\":\"pin\",\"target\":7,\"on\":\"true\"}",
        "{\"type\":\"poll\",\"text\":\"x\"}",
        "{\"type\":\"text\",\"text\":\"x\"}{}"
      })
  void anyOtherBodyIsUnsupportedAndNoFault(String body) {
    assertThat(MessageBody.read(body))
        .isEqualTo(new MessageBody(MessageBody.Type.UNSUPPORTED, null, null));
  }

  @Test
  void anErasedBodyHasNoContent() {
    assertThat(MessageBody.read(null))
        .isEqualTo(new MessageBody(MessageBody.Type.ERASED, null, null));
  }
}
