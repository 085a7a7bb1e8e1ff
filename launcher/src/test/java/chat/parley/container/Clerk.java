package chat.parley.container;

import chat.parley.journal.NewEntry;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.NotFound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** A door as the product has them: its methods are transactions. */
@Stateless
public class Clerk {
  @Inject private Journal journal;

  /** Appends in this bean's transaction, then refuses as the product does. */
  public void appendAndRefuse(NewEntry entry) {
    journal.appendInTransaction(List.of(entry));
    throw new NotFound();
  }
}
