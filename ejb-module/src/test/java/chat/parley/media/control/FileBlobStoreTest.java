package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.BlobStoreContract;
import chat.parley.media.MediaId;
import chat.parley.media.StoreFull;
import chat.parley.platform.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {

  @TempDir Path folder;

  @Override
  protected BlobStore store() {
    return new FileBlobStore(folder.resolve("media"), 0);
  }

  @Override
  protected BlobStore another() {
    return store();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFileHasItsNameWhenItIsWholeAndNothingElseIsLeft() throws Exception {
    BlobName name = new BlobName(MediaId.next(), 96);
    store().put(name, new Blob("image/jpeg", new byte[] {1, 2, 3}));
    Path file = files().get(0);
    assertThat(files()).hasSize(1);
    assertThat(file.getFileName()).hasToString(name.toString());

    // A writer that died.
    Files.write(file.resolveSibling(name + ".x.part"), new byte[] {1});
    assertThat(store().get(name, 3)).contains(new byte[] {1, 2, 3});
    store().delete(name);
    assertThat(files()).isEmpty();
  }

  @Test
  void aDiskThatIsFullIsSaidAndNothingIsLeft() throws Exception {
    BlobStore full = new FileBlobStore(folder.resolve("media"), Long.MAX_VALUE / 2);
    BlobName name = new BlobName(MediaId.next(), 1);
    assertThat(full.hasRoom(1)).isFalse();
    assertThatThrownBy(() -> full.put(name, new Blob("image/jpeg", new byte[] {1})))
        .isInstanceOf(StoreFull.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileThatLosesItsEndBreaksOff() throws Exception {
    BlobName name = new BlobName(MediaId.next(), 1);
    store().put(name, new Blob("image/jpeg", new byte[100]));
    Files.write(files().get(0), new byte[50]);
    try (InputStream bytes = store().open(name, 0, 100).orElseThrow()) {
      assertThatThrownBy(bytes::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsAStoreThatIsAway() throws Exception {
    Files.writeString(folder.resolve("media"), "a file stands here");
    BlobName name = new BlobName(MediaId.next(), 96);
    Blob blob = new Blob("image/jpeg", new byte[] {1});
    assertThatThrownBy(() -> store().put(name, blob)).isInstanceOf(Unavailable.class);
    assertThat(store().link(name, Duration.ofSeconds(1))).isEmpty();
  }
}
