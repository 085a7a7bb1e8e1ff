package chat.parley.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every sealer promises. */
public interface SealerContract {

  /** The sealer of an instance; each call is another instance of the same installation. */
  Sealer instance();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  default void whatOneInstanceSealsAnotherOpens() {
    byte[] sealed = instance().seal(bytes("hello"), bytes("here"));
    assertThat(instance().unseal(sealed, bytes("here"))).isEqualTo(bytes("hello"));
  }

  @Test
  default void nothingIsSealedAndOpenedToo() {
    Sealer sealer = instance();
    assertThat(sealer.unseal(sealer.seal(new byte[0], new byte[0]), new byte[0])).isEmpty();
  }

  @Test
  default void sealedBytesDoNotHoldThePlainOnesAndNeverRepeat() {
    Sealer sealer = instance();
    byte[] sealed = sealer.seal(bytes("attack at dawn"), bytes("here"));
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("dawn");
    assertThat(sealer.seal(bytes("attack at dawn"), bytes("here"))).isNotEqualTo(sealed);
  }

  @Test
  default void whatWasMovedElsewhereDoesNotOpen() {
    Sealer sealer = instance();
    byte[] sealed = sealer.seal(bytes("hello"), bytes("here"));
    assertThatThrownBy(() -> sealer.unseal(sealed, bytes("there"))).isInstanceOf(SealBroken.class);
  }

  @Test
  default void aChangeOfAnyByteIsNoticed() {
    Sealer sealer = instance();
    byte[] sealed = sealer.seal(bytes("hello"), bytes("here"));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> sealer.unseal(changed, bytes("here")))
          .as("byte %d", i)
          .isInstanceOf(SealBroken.class);
    }
  }

  @Test
  default void whatIsCutShortDoesNotOpen() {
    Sealer sealer = instance();
    byte[] sealed = sealer.seal(bytes("hello"), bytes("here"));
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> sealer.unseal(cut, bytes("here"))).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  default void anUnknownKeyIsRefused() {
    Sealer sealer = instance();
    byte[] sealed = sealer.seal(bytes("hello"), bytes("here"));
    UUID unknown = UUID.randomUUID();
    java.nio.ByteBuffer.wrap(sealed, 1, 16)
        .putLong(unknown.getMostSignificantBits())
        .putLong(unknown.getLeastSignificantBits());
    assertThatThrownBy(() -> sealer.unseal(sealed, bytes("here"))).isInstanceOf(SealBroken.class);
  }
}
