package chat.parley.conversation.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupPicture;
import chat.parley.conversation.control.GroupChanges;
import chat.parley.media.Blob;
import chat.parley.media.MediaId;
import chat.parley.media.NewPicture;
import chat.parley.media.PictureSize;
import chat.parley.media.boundary.Pictures;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

/**
 * What groups look like. Outside of transactions: pictures take their time.
 *
 * <p>Every method throws {@link NotFound} when the caller is not a member, or there is no such
 * group: the caller cannot tell which; and {@link Forbidden} when his role does not allow it, or
 * the conversation is no group.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class GroupPortraits {

  @EJB private Groups groups;
  @EJB private Pictures pictures;

  /**
   * Gives the group a picture in the place of the one before.
   *
   * @throws chat.parley.media.UnsupportedPicture when the bytes are of no format that can be read
   * @throws InvalidInput when the picture is damaged, too large or too small, or the square lies
   *     outside it
   * @throws chat.parley.platform.TooManyRequests when the caller sends too much
   */
  public void set(AccountId me, ConversationId group, NewPicture picture) {
    groups.requireMayDepict(me, group);
    MediaId media = pictures.take(me, GroupChanges.owner(group), picture);
    groups.depict(me, group, media);
  }

  /** Takes the picture away. */
  public void remove(AccountId me, ConversationId group) {
    groups.depict(me, group, null);
  }

  /**
   * The picture of a group, for its members.
   *
   * @throws NotFound also when it has none
   */
  public GroupPicture read(AccountId me, ConversationId group, PictureSize size) {
    MediaId picture = groups.picture(me, group);
    Blob blob = groups.storedPicture(group, picture).orElseGet(() -> pictures.read(picture, size));
    return new GroupPicture(picture, blob);
  }
}
