package chat.parley.attachment.control;

import chat.parley.attachment.AttachmentContent;
import chat.parley.attachment.AttachmentIncomplete;
import chat.parley.attachment.AttachmentLog;
import chat.parley.attachment.Parts;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.MediaId;
import chat.parley.media.SignedRequest;
import chat.parley.media.StoreFull;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of attachments in the store of uploads: each is a blob of its own. */
public final class PartStore {

  private static final String TYPE = "application/octet-stream";

  private final BlobStore store;
  private final Lanes uploads =
      new Lanes(Limits.ATTACHMENT_UPLOADS_AT_ONCE, Limits.ATTACHMENT_UPLOADS_OF_ONE);
  private final Lanes downloads =
      new Lanes(Limits.ATTACHMENT_DOWNLOADS_AT_ONCE, Limits.ATTACHMENT_DOWNLOADS_OF_ONE);

  /** Parts in this store. */
  public PartStore(BlobStore store) {
    this.store = store;
  }

  /**
   * Makes sure that a file finds room.
   *
   * @throws StoreFull when it does not
   */
  public void requireRoom(long bytes) {
    if (!store.hasRoom(bytes)) {
      throw new StoreFull();
    }
  }

  /**
   * Takes one part in.
   *
   * @throws IOException when it breaks off
   * @throws chat.parley.platform.Unavailable when very much is uploaded at once
   */
  public void put(AccountId by, MediaId id, int number, InputStream bytes, int length)
      throws IOException {
    try (Lanes.Lane lane = uploads.enter(by)) {
      lane.use();
      store.put(new BlobName(id, number), TYPE, bytes, length);
    }
  }

  /** Whether parts may come and go past the instances. */
  public boolean isDirect() {
    return store.pageSource().isPresent();
  }

  /**
   * A request that puts one part, and nothing else; empty when parts go through an instance.
   *
   * @param sha256 of the part
   */
  public Optional<SignedRequest> signedPut(MediaId id, int number, int length, WireBytes sha256) {
    return store.signedPut(new BlobName(id, number), TYPE, length, sha256, Limits.ATTACHMENT_LINK);
  }

  /** A request for one part; empty when parts go through an instance. */
  public Optional<SignedRequest> signedGet(MediaId id, int number) {
    return store.signedGet(new BlobName(id, number), Limits.ATTACHMENT_LINK);
  }

  /** The parts that are there as they should be. */
  public List<Integer> stored(MediaId id, Parts parts) {
    return IntStream.rangeClosed(1, parts.count())
        .filter(number -> isStored(id, parts, number))
        .boxed()
        .toList();
  }

  /**
   * Makes sure that all parts are there.
   *
   * @throws AttachmentIncomplete when one is not
   */
  public void requireAll(MediaId id, Parts parts) {
    for (int number = 1; number <= parts.count(); number++) {
      if (!isStored(id, parts, number)) {
        throw new AttachmentIncomplete(number);
      }
    }
  }

  private boolean isStored(MediaId id, Parts parts, int number) {
    return store.length(new BlobName(id, number)).orElse(-1) == parts.length(number);
  }

  /** Forgets a part. Harmless to repeat. */
  public void delete(MediaId id, int number) {
    store.delete(new BlobName(id, number));
  }

  /** Forgets all parts. Harmless to repeat. */
  public void delete(MediaId id, Parts parts) {
    for (int number = 1; number <= parts.count(); number++) {
      delete(id, number);
    }
  }

  /**
   * The whole of a file.
   *
   * @throws chat.parley.platform.Unavailable when very much is read at once
   */
  public AttachmentContent content(AccountId reader, MediaId id, Parts parts) {
    downloads.require(reader);
    return new Content(reader, id, parts);
  }

  private final class Content implements AttachmentContent {

    private final AccountId reader;
    private final MediaId id;
    private final Parts parts;

    Content(AccountId reader, MediaId id, Parts parts) {
      this.reader = reader;
      this.id = id;
      this.parts = parts;
    }

    @Override
    public long bytes() {
      return parts.bytes();
    }

    @Override
    public void write(OutputStream to, long from, long length) throws IOException {
      try (Lanes.Lane lane = downloads.enter(reader)) {
        lane.use();
        long at = from;
        while (at < from + length) {
          int number = (int) (at / Limits.ATTACHMENT_PART_BYTES) + 1;
          int inside = (int) (at % Limits.ATTACHMENT_PART_BYTES);
          int count = (int) Math.min(parts.length(number) - inside, from + length - at);
          try (InputStream part =
              store.open(new BlobName(id, number), inside, count).orElseThrow(this::lost)) {
            part.transferTo(to);
          }
          at += count;
        }
      }
    }

    private IOException lost() {
      AttachmentLog.LOG.lost(id.toString());
      return new EOFException("a part is not there");
    }
  }
}
