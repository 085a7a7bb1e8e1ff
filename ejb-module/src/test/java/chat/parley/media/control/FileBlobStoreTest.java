package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.BlobStoreContract;
import chat.parley.media.MediaId;
import chat.parley.platform.Unavailable;
import java.io.IOException;
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
    return new FileBlobStore(folder.resolve("media"));
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
    Files.write(file.resolveSibling(name + ".part"), new byte[] {1});
    assertThat(store().get(name, 3)).contains(new byte[] {1, 2, 3});
    store().delete(name);
    assertThat(files()).isEmpty();
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
