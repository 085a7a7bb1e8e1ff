package chat.parley.platform.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands in the persistence context of the caller's transaction. */
@Dependent
class PersistenceBeans {

  // The container reads it.
  @SuppressWarnings("UnusedVariable")
  @Produces
  @PersistenceContext(unitName = "parley")
  private EntityManager entities;
}
