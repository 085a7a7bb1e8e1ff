package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Picture;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the bytes of pictures of groups are: in the database, in the caller's transaction. */
public final class GroupPictures {

  private final EntityManager entities;

  public GroupPictures(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a picture in the place of the one before. */
  void put(ConversationId group, UUID id, Picture picture) {
    entities
        .createNativeQuery(
            "INSERT INTO conversation_picture (conversation, id, type, bytes)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE"
                + " SET id = excluded.id, type = excluded.type, bytes = excluded.bytes")
        .setParameter(1, group.value())
        .setParameter(2, id)
        .setParameter(3, picture.type())
        .setParameter(4, picture.bytes())
        .executeUpdate();
  }

  /** Forgets the picture. */
  void remove(ConversationId group) {
    entities
        .createNativeQuery("DELETE FROM conversation_picture WHERE conversation = ?")
        .setParameter(1, group.value())
        .executeUpdate();
  }

  /** The picture, if it is still this one. */
  public Optional<Picture> find(ConversationId group, UUID id) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT type, bytes FROM conversation_picture WHERE conversation = ? AND id = ?")
            .setParameter(1, group.value())
            .setParameter(2, id)
            .getResultList();
    return found.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> Picture.stored(String.valueOf(row[0]), (byte[]) row[1]));
  }
}
