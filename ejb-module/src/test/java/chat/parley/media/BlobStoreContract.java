package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
  void moreThanAStoreTakesIsRefused() {
    Blob large = new Blob("image/jpeg", new byte[BlobStore.MOST_BYTES + 1]);
    assertThatThrownBy(() -> store().put(name(), large))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
