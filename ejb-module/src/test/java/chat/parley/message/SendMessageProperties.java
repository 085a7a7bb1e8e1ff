package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SendMessageProperties {

  private static SendMessage send(String body) {
    return new SendMessage(
        AccountId.next(), DeviceId.next(), Ids.next(), ConversationId.next(), body);
  }

  @Property
  void aBodyIsTakenAsItIsOrRefused(@ForAll String body) {
    boolean wellFormed =
        new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(body);
    if (body.isEmpty() || !wellFormed || body.indexOf('\0') >= 0) {
      assertThatThrownBy(() -> send(body)).isInstanceOf(InvalidInput.class);
    } else {
      assertThat(send(body).body()).isEqualTo(body);
    }
  }

  @Property(tries = 50)
  void theBoundIsInBytes(@ForAll @IntRange(min = -3, max = 3) int around) {
    int characters = SendMessage.MAX_BODY_BYTES / 2 + around;
    String body = "\u00e4".repeat(characters);
    if (around > 0) {
      assertThatThrownBy(() -> send(body))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("at most 65536 bytes");
    } else {
      assertThat(send(body).body()).hasSize(characters);
    }
  }

  @Property
  void aMessageLivesFromFiveSecondsToAYear(@ForAll @IntRange(min = -10, max = 40_000_000) int s) {
    Duration life = Duration.ofSeconds(s);
    if (s < 5 || s > 365 * 24 * 3_600) {
      assertThatThrownBy(() -> send(life))
          .isInstanceOf(InvalidInput.class)
          .hasMessage("A message disappears after 5 to 31536000 seconds.");
    } else {
      assertThat(send(life).expiresIn()).isEqualTo(life);
    }
  }

  private static SendMessage send(Duration expiresIn) {
    return new SendMessage(
        AccountId.next(),
        DeviceId.next(),
        Ids.next(),
        ConversationId.next(),
        null,
        "x",
        expiresIn,
        Attention.ALL);
  }

  @Example
  void aLoneSurrogateIsNoText() {
    assertThatThrownBy(() -> send("x\ud800y")).isInstanceOf(InvalidInput.class);
  }
}
