package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store does. */
public abstract class BlobStoreContract {

  /** The store that is tried. */
  protected abstract BlobStore store();

  /** Another instance with the same place. */
  protected abstract BlobStore another();

  private static Blob blob(String text) {
    return new Blob("image/jpeg", text.getBytes(StandardCharsets.UTF_8));
  }

  private static BlobName name() {
    return new BlobName(MediaId.next(), 96);
  }

  @Test
  void whatIsPutIsThereForEveryInstance() {
    BlobName name = name();
    assertThat(store().exists(name)).isFalse();
    assertThat(store().get(name, 5)).isEmpty();
    store().put(name, blob("hello"));

    assertThat(another().exists(name)).isTrue();
    assertThat(another().get(name, 5)).contains("hello".getBytes(StandardCharsets.UTF_8));
    assertThat(another().exists(new BlobName(name.media(), 48))).isFalse();
    another().put(name, blob("hi"));
    assertThat(store().get(name, 2)).contains("hi".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatHasAnotherLengthIsNotThere() {
    BlobName name = name();
    store().put(name, blob("hello"));
    assertThat(store().get(name, 4)).isEmpty();
    assertThat(store().get(name, 6)).isEmpty();
  }

  @Test
  void whatIsDeletedIsGoneAndMayBeDeletedAgain() {
    BlobName name = name();
    store().put(name, blob("hello"));
    store().delete(name);
    store().delete(name);
    store().delete(name());
    assertThat(another().exists(name)).isFalse();
    assertThat(another().get(name, 5)).isEmpty();
  }

  @Test
  void whatComesAsAStreamIsReadInSpans() throws IOException {
    BlobName name = name();
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    store().put(name, "application/octet-stream", new ByteArrayInputStream(bytes), bytes.length);

    assertThat(another().length(name)).hasValue(bytes.length);
    assertThat(another().length(name())).isEmpty();
    assertThat(another().open(name(), 0, 1)).isEmpty();
    try (InputStream span = another().open(name, 70_000, 100_000).orElseThrow()) {
      assertThat(span.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 70_000, 170_000));
    }
    try (InputStream end = another().open(name, bytes.length - 1, 1).orElseThrow()) {
      assertThat(end.read()).isEqualTo(bytes[bytes.length - 1] & 0xff);
      assertThat(end.read()).isEqualTo(-1);
    }
    assertThat(store().hasRoom(1)).isTrue();
  }

  @Test
  void aStreamThatBreaksOffLeavesNothing() {
    BlobName name = name();
    InputStream brief = new ByteArrayInputStream(new byte[10]);
    assertThatThrownBy(() -> store().put(name, "application/octet-stream", brief, 11))
        .isInstanceOf(IOException.class);
    assertThat(store().exists(name)).isFalse();
  }

  @Test
  void moreThanAStoreTakesIsRefused() {
    Blob large = new Blob("image/jpeg", new byte[BlobStore.MOST_BYTES + 1]);
    assertThatThrownBy(() -> store().put(name(), large))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
