package chat.parley.media.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.MediaId;
import chat.parley.media.MediaLog;
import chat.parley.media.MediaOwner;
import chat.parley.media.NewPicture;
import chat.parley.media.PictureSize;
import chat.parley.media.control.BlobTable;
import chat.parley.media.control.PictureStudio;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Unavailable;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Square pictures in all their sizes. Outside of transactions: pictures take their time. Who may
 * see one is for the feature that names it to say.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Pictures {

  @Inject private PictureStudio studio;
  @Inject private BlobStore store;
  @Inject private BlobTable table;
  @EJB private BlobSteps steps;

  /**
   * Takes in a picture. It stays only when its name is {@linkplain Blobs#keep kept} soon.
   *
   * @throws chat.parley.media.UnsupportedPicture when the bytes are of no format that can be read
   * @throws chat.parley.platform.InvalidInput when the picture is damaged, too large or too small,
   *     or the square lies outside it
   * @throws chat.parley.platform.TooManyRequests when this account sends too much
   * @throws chat.parley.budget.OutOfBudget when there is no room for it in a budget
   * @throws Unavailable when the store does not take it, or very many people send pictures
   */
  public MediaId take(AccountId sender, MediaOwner owner, NewPicture picture) {
    steps.requireRoom(sender);
    MediaId media = MediaId.next();
    Map<BlobName, Blob> blobs =
        studio.make(sender, picture).entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> new BlobName(media, each.getKey().edge()), Map.Entry::getValue));
    steps.reserve(sender, owner, blobs);
    blobs.forEach(store::put);
    return media;
  }

  /**
   * A picture that is kept.
   *
   * @throws NotFound when it is not kept any more
   * @throws Unavailable when the store does not give it
   */
  public Blob read(MediaId media, PictureSize size) {
    BlobName name = new BlobName(media, size.edge());
    BlobTable.Known known = table.find(name).orElseThrow(NotFound::new);
    byte[] bytes = store.get(name, known.length()).orElse(null);
    if (bytes != null && known.are(bytes)) {
      return new Blob(known.type(), bytes);
    }
    // It may have been given up, and removed, since the row was read.
    if (table.find(name).isEmpty()) {
      throw new NotFound();
    }
    MediaLog.LOG.broken(name);
    throw new Unavailable("This picture cannot be shown now.");
  }

  /**
   * An address in the store at which whoever holds it gets the picture, for a short while; empty
   * when the store gives none.
   *
   * @throws NotFound when it is not kept any more
   */
  public Optional<URI> link(MediaId media, PictureSize size) {
    BlobName name = new BlobName(media, size.edge());
    if (table.find(name).isEmpty()) {
      throw new NotFound();
    }
    return store.link(name, Limits.BLOB_LINK);
  }
}
