package chat.parley.container;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Begins as every feature does, and remembers which tables it found then. */
@Singleton
@Startup
@DependsOn("PlatformStart")
public class FirstBean {
  @Resource(lookup = "java:app/jdbc/parley")
  private DataSource database;

  private final List<String> tables = new ArrayList<>();

  @PostConstruct
  void start() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tables that were there when this bean began. */
  public List<String> tables() {
    return List.copyOf(tables);
  }
}
