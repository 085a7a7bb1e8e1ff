package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Tables;
import chat.parley.tip.TipLimit;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What people let themselves give within a day. */
public final class TipLimitTable extends Tables {

  private static final String LIST =
      "SELECT chain, asset, amount FROM tip_limit WHERE account = ?"
          + " ORDER BY chain, asset NULLS FIRST";

  private static final String FIND =
      "SELECT chain, asset, amount FROM tip_limit"
          + " WHERE account = ? AND chain = ? AND asset IS NOT DISTINCT FROM ?";

  private static final String CLEAR = "DELETE FROM tip_limit WHERE account = ?";

  private static final String INSERT =
      "INSERT INTO tip_limit (account, chain, asset, amount) VALUES (?, ?, ?, ?)";

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction, if there is one
   */
  TipLimitTable(DataSource database) {
    super(database, "The limits for tips cannot be read or written now.");
  }

  /** All limits of somebody. */
  public List<TipLimit> of(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, account.value());
            return rows(select, TipLimitTable::row);
          }
        });
  }

  /** The limit of somebody for one thing. */
  public Optional<Amount> find(AccountId account, long chain, @Nullable Address asset) {
    return run(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(FIND)) {
                select.setObject(1, account.value());
                select.setLong(2, chain);
                select.setString(3, asset == null ? null : asset.value());
                return rows(select, TipLimitTable::row);
              }
            })
        .stream()
        .map(TipLimit::amount)
        .findFirst();
  }

  /** Writes the limits of somebody, in the place of those before. */
  public void replace(AccountId account, List<TipLimit> limits) {
    run(
        connection -> {
          try (PreparedStatement clear = connection.prepareStatement(CLEAR);
              PreparedStatement insert = connection.prepareStatement(INSERT)) {
            clear.setObject(1, account.value());
            clear.executeUpdate();
            for (TipLimit limit : limits) {
              Address token = limit.token();
              insert.setObject(1, account.value());
              insert.setLong(2, limit.chain());
              insert.setString(3, token == null ? null : token.value());
              insert.setBigDecimal(4, new BigDecimal(limit.amount().units()));
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  private static TipLimit row(ResultSet row) throws SQLException {
    String asset = row.getString(2);
    return new TipLimit(
        row.getLong(1),
        asset == null ? null : new Address(asset),
        new Amount(row.getBigDecimal(3).toBigIntegerExact()));
  }
}
