package chat.parley.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** The product's own persistence unit over a test's database, without a container. */
public final class TestEntities implements AutoCloseable {

  private final EntityManagerFactory factory;

  /** The unit over this database. */
  public TestEntities(DataSource database) {
    factory =
        Persistence.createEntityManagerFactory(
            "parley",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                database,
                "eclipselink.session-name",
                "test-" + database.hashCode(),
                "eclipselink.weaving",
                "false"));
  }

  /** Does something in a transaction of its own. */
  public <T> T transaction(Function<EntityManager, T> work) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      T result = work.apply(entities);
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
