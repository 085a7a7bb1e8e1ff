package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.platform.AccountId;
import chat.parley.platform.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlobTableTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);
  private static final Blob BLOB = new Blob("image/jpeg", new byte[] {1, 2, 3});

  private final BlobTable table = new BlobTable(TestDatabase.fresh());
  private final MediaOwner ada = MediaOwner.of(AccountId.next());
  private final MediaOwner bob = MediaOwner.of(AccountId.next());

  private BlobName put(MediaOwner owner) {
    BlobName name = new BlobName(MediaId.next(), 96);
    table.reserve(owner, Map.of(name, BLOB, new BlobName(name.media(), 48), BLOB), NOW);
    return name;
  }

  private BlobName kept(MediaOwner owner) {
    BlobName name = put(owner);
    assertThat(table.keep(owner, name.media(), NOW)).isTrue();
    return name;
  }

  @Test
  void whatIsKeptIsKnownByItsBytes() {
    BlobName name = put(ada);
    assertThat(table.find(name)).isEmpty();
    assertThat(table.keep(bob, name.media(), NOW)).as("what is another's").isFalse();
    assertThat(table.keep(ada, name.media(), NOW)).isTrue();
    assertThat(table.keep(ada, name.media(), NOW)).as("again").isFalse();

    BlobTable.Known known = table.find(name).orElseThrow();
    assertThat(known.type()).isEqualTo("image/jpeg");
    assertThat(known.length()).isEqualTo(3);
    assertThat(known.are(BLOB.bytes())).isTrue();
    assertThat(known.are(new byte[] {1, 2, 4})).isFalse();
    assertThat(table.unnamed(NOW.plus(LONG))).isEmpty();
  }

  @Test
  void whatNothingNamesIsFoundWhenNobodyCanReadOrWriteItAnyMore() {
    BlobName forgotten = put(ada);
    BlobName given = kept(ada);
    table.release(given.media(), NOW);
    assertThat(table.find(given)).isEmpty();
    assertThat(table.unnamed(NOW.plusSeconds(59))).isEmpty();
    assertThat(table.unnamed(NOW.plusSeconds(61)))
        .hasSize(2)
        .allMatch(name -> name.media().equals(given.media()));
    assertThat(table.unnamed(NOW.plus(LONG))).hasSize(4).contains(forgotten, given);

    table.forget(forgotten);
    assertThat(table.unnamed(NOW.plus(LONG))).hasSize(3).doesNotContain(forgotten);
  }

  @Test
  void allOfAnOwnerIsGivenUpTogether() {
    BlobName one = kept(ada);
    BlobName other = kept(ada);
    BlobName anothers = kept(bob);
    table.releaseOf(ada, NOW);
    assertThat(table.find(one)).isEmpty();
    assertThat(table.find(other)).isEmpty();
    assertThat(table.find(anothers)).isPresent();
    assertThat(table.unnamed(NOW.plus(LONG))).hasSize(4);
  }
}
