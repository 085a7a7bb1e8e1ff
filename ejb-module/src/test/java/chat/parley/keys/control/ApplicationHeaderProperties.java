package chat.parley.keys.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.NotAnMlsMessage;
import chat.parley.platform.WireBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ApplicationHeaderProperties {

  private static final ConversationId GROUP = ConversationId.next();

  private static byte[] message(ConversationId group, long epoch, int type, byte[] ciphertext) {
    return message(group, epoch, type, new byte[0], ciphertext);
  }

  private static byte[] message(
      ConversationId group, long epoch, int type, byte[] signed, byte[] ciphertext) {
    return new MlsWriter()
        .uint16(1)
        .uint16(2)
        .opaque(
            ByteBuffer.allocate(16)
                .putLong(group.value().getMostSignificantBits())
                .putLong(group.value().getLeastSignificantBits())
                .array())
        .raw(ByteBuffer.allocate(8).putLong(epoch).array())
        .uint8(type)
        .opaque(signed)
        .opaque(new byte[28])
        .opaque(ciphertext)
        .bytes();
  }

  @Property
  void whoHasSignedTheHashOfATextIsHeldToItAndToNoOther(
      @ForAll String said,
      @ForAll String other,
      @ForAll @Size(max = 60) byte[] behind,
      @ForAll @Size(max = 70) byte[] noise) {
    byte[] hash = Signatures.sha256(said.getBytes(StandardCharsets.UTF_8));
    byte[] signed = new MlsWriter().raw(hash).raw(behind).bytes();
    String body = text(message(GROUP, 7, 1, signed, new byte[9]));

    assertThat(ApplicationHeader.isCommittedTo(body, said)).isTrue();
    assertThat(ApplicationHeader.isCommittedTo(body, other)).isEqualTo(said.equals(other));
    for (byte[] wrong : new byte[][] {noise, Arrays.copyOf(hash, 31), behind}) {
      String without = text(message(GROUP, 7, 1, wrong, new byte[9]));
      assertThat(ApplicationHeader.isCommittedTo(without, said)).isFalse();
    }
  }

  private static String text(byte[] bytes) {
    return WireBytes.of(bytes).text();
  }

  @Property
  void aMessageOfTheGroupAndItsEpochPasses(
      @ForAll @LongRange(min = 0) long epoch, @ForAll @Size(max = 20_000) byte[] ciphertext) {
    String body = text(message(GROUP, epoch, 1, ciphertext));

    ApplicationHeader.require(body, GROUP, epoch);

    assertThat(ApplicationHeader.epoch(body)).isEqualTo(epoch);
    assertThatThrownBy(() -> ApplicationHeader.require(body, GROUP, epoch ^ 1))
        .isInstanceOf(NotAnMlsMessage.class);
    assertThatThrownBy(() -> ApplicationHeader.require(body, ConversationId.next(), epoch))
        .isInstanceOf(NotAnMlsMessage.class);
  }

  @Property
  void whateverIsMissingOrTooMuchIsRefused(
      @ForAll @Size(max = 300) byte[] ciphertext, @ForAll @IntRange(max = 400) int length) {
    byte[] whole = message(GROUP, 7, 1, ciphertext);
    if (length != whole.length) {
      assertThatThrownBy(
              () -> ApplicationHeader.require(text(Arrays.copyOf(whole, length)), GROUP, 7))
          .isInstanceOf(NotAnMlsMessage.class);
    }
  }

  @Property
  void otherContentIsRefused(@ForAll @IntRange(min = 2, max = 255) int type) {
    assertThatThrownBy(
            () -> ApplicationHeader.require(text(message(GROUP, 7, type, new byte[9])), GROUP, 7))
        .isInstanceOf(NotAnMlsMessage.class);
  }

  @Property
  void noiseIsRefusedAndNothingElseIsThrown(
      @ForAll byte[] noise, @ForAll String characters, @ForAll @IntRange(max = 40) int kept) {
    byte[] begun = message(GROUP, 7, 1, new byte[9]);
    byte[] mixed = Arrays.copyOf(begun, kept + noise.length);
    System.arraycopy(noise, 0, mixed, kept, noise.length);
    refusedOrRight(text(mixed), begun);
    refusedOrRight(characters, begun);
    refusedOrRight(text(begun) + "=", begun);
  }

  private static void refusedOrRight(String body, byte[] right) {
    if (!body.equals(text(right))) {
      try {
        ApplicationHeader.require(body, GROUP, 7);
        // Another ciphertext may be as good as the one before.
        assertThat(body).startsWith(text(Arrays.copyOf(right, 30)));
      } catch (NotAnMlsMessage refusal) {
        assertThat(refusal.detail()).isNotEmpty();
      }
    }
  }
}
