package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.media.Blob;
import chat.parley.media.MediaId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of groups that lie in the database, each until the group has another one: what is sent
 * goes to the store of uploads.
 */
public final class GroupPictures {

  private final EntityManager entities;

  public GroupPictures(EntityManager entities) {
    this.entities = entities;
  }

  /** Forgets the picture. */
  void remove(ConversationId group) {
    entities
        .createNativeQuery("DELETE FROM conversation_picture WHERE conversation = ?")
        .setParameter(1, group.value())
        .executeUpdate();
  }

  /** The picture, if it lies here and is still this one. */
  public Optional<Blob> find(ConversationId group, MediaId picture) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT type, bytes FROM conversation_picture WHERE conversation = ? AND id = ?")
            .setParameter(1, group.value())
            .setParameter(2, picture.value())
            .getResultList();
    return found.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> new Blob(String.valueOf(row[0]), (byte[]) row[1]));
  }
}
