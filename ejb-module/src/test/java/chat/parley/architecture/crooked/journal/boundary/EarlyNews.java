package chat.parley.architecture.crooked.journal.boundary;

import chat.parley.architecture.crooked.journal.entity.Page;
import chat.parley.architecture.crooked.message.Letter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Looks up to a later feature, shows an entity, and keeps one where it does not belong. */
public class EarlyNews {

  public Page about(Letter letter) {
    return new Page();
  }

  /** An entity in the boundary. */
  @Entity
  public static class Notice {
    @Id private long id;

    public long id() {
      return id;
    }
  }
}
