package chat.parley.profile.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.identity.boundary.Blocks;
import chat.parley.media.Blob;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.media.NewPicture;
import chat.parley.media.PictureSize;
import chat.parley.media.boundary.Pictures;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.profile.control.Views;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people look like. Outside of transactions: pictures take their time. Every method throws
 * {@link chat.parley.platform.Unavailable} when the database or the store of uploads does not
 * answer.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ProfilePictures {

  @EJB private Pictures pictures;
  @EJB private Profiles profiles;
  @EJB private Blocks blocks;
  @Inject private Views views;

  /**
   * Gives oneself a picture in the place of the one before.
   *
   * @return the name of it: another picture has another one
   * @throws chat.parley.media.UnsupportedPicture when the bytes are of no format that can be read
   * @throws InvalidInput when the picture is damaged, too large or too small, or the square lies
   *     outside it
   * @throws chat.parley.platform.TooManyRequests when this account sends too much
   * @throws NotFound when there is no such account
   */
  public MediaId set(AccountId owner, NewPicture picture) {
    MediaId media = pictures.take(owner, MediaOwner.of(owner), picture);
    profiles.depict(owner, media);
    return media;
  }

  /** Takes one's picture away. Harmless to repeat. */
  public void remove(AccountId owner) {
    profiles.depict(owner, null);
  }

  /**
   * The names of the pictures of those of these people who show theirs to the viewer.
   *
   * @param people at most {@link Limits#PICTURES_ASKED_FOR}
   */
  public Map<AccountId, MediaId> of(AccountId viewer, Collection<AccountId> people) {
    if (people.size() > Limits.PICTURES_ASKED_FOR) {
      throw new InvalidInput(
          "/id", "The pictures of at most " + Limits.PICTURES_ASKED_FOR + " people at once.");
    }
    return visible(viewer, people);
  }

  /**
   * Somebody's picture.
   *
   * @param picture its name, as it was told
   * @throws NotFound when there is no such account, it has not got this picture any more, or does
   *     not show it to the viewer: the caller cannot tell which
   */
  public Blob read(AccountId viewer, AccountId person, MediaId picture, PictureSize size) {
    require(viewer, person, picture);
    return pictures.read(picture, size);
  }

  /**
   * An address in the store of uploads at which whoever holds it gets somebody's picture, for a
   * short while; empty when the store gives none.
   *
   * @throws NotFound as {@link #read} does
   */
  public Optional<URI> link(AccountId viewer, AccountId person, MediaId picture, PictureSize size) {
    require(viewer, person, picture);
    return pictures.link(picture, size);
  }

  private void require(AccountId viewer, AccountId person, MediaId picture) {
    if (!picture.equals(visible(viewer, List.of(person)).get(person))) {
      throw new NotFound();
    }
  }

  /** Who blocks the viewer, or is blocked by him, has no picture for him. */
  private Map<AccountId, MediaId> visible(AccountId viewer, Collection<AccountId> people) {
    Map<AccountId, MediaId> visible = views.pictures(viewer, people);
    visible.keySet().removeAll(blocks.apart(viewer, visible.keySet()));
    return visible;
  }
}
