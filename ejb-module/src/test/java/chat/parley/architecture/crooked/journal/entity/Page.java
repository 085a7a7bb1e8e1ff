package chat.parley.architecture.crooked.journal.entity;

import chat.parley.architecture.crooked.journal.control.ClerkImpl;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Looks up to the layer that uses it. */
@Entity
public class Page {

  @Id private long id;

  public boolean isKeptBy(ClerkImpl clerk) {
    return clerk.pages().contains(this) && id > 0;
  }
}
