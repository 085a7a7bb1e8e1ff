package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {

  private final Payload payloads = new Payload(300);

  @Test
  void isFoundAndReadBackInsideAnyFrame() {
    ByteBuf made = payloads.make(4711, 42, 1_234_567_890_123L);
    ByteBuf frame = frame("{\"body\":\"~L", made, "\"}");

    int at = Payload.find(frame, 0);

    assertThat(Payload.sender(frame, at)).isEqualTo(4711);
    assertThat(Payload.seq(frame, at)).isEqualTo(42);
    assertThat(Payload.nanos(frame, at)).isEqualTo(1_234_567_890_123L);
    assertThat(payloads.intact(frame, at)).isTrue();
    assertThat(Payload.find(frame, at + 1)).isEqualTo(-1);
  }

  @Test
  void isNotIntactWithAByteChangedOrMissing() {
    ByteBuf made = payloads.make(1, 1, 1);
    ByteBuf changed = made.copy();
    changed.setByte(200, changed.getByte(200) ^ 1);

    assertThat(payloads.intact(made, 0)).isTrue();
    assertThat(payloads.intact(changed, 0)).isFalse();
    assertThat(payloads.intact(made.slice(0, 299), 0)).isFalse();
  }

  @Test
  void needsNoEscapesInJsonOrXml() {
    assertThat(payloads.make(-1, -1, -1).toString(StandardCharsets.US_ASCII))
        .hasSize(300)
        .matches("[A-Za-z0-9~:_-]+");
  }

  private static ByteBuf frame(String before, ByteBuf payload, String behind) {
    return Unpooled.wrappedBuffer(
        Unpooled.copiedBuffer(before, StandardCharsets.US_ASCII),
        payload,
        Unpooled.copiedBuffer(behind, StandardCharsets.US_ASCII));
  }
}
