package chat.parley.journal.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A data source that hands out one connection again and again and leaves it open, as a container
 * does within a transaction.
 */
public final class SharedConnection extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private final transient Connection shared;

  public SharedConnection(Connection connection) {
    this.shared =
        (Connection)
            Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  @Override
  public Connection getConnection() {
    return shared;
  }
}
