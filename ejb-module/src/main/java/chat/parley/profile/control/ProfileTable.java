package chat.parley.profile.control;

import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.NameKey;
import chat.parley.platform.boundary.Rows;
import chat.parley.profile.Profile;
import chat.parley.profile.Visibilities;
import chat.parley.profile.Visibility;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Profiles in the database; who said nothing has no row. Birth dates are sealed. */
public final class ProfileTable extends ProfileTables {

  private static final String OF =
      "SELECT a.id, a.username, coalesce(s.discoverable, true), p.display_name, p.about, p.gender,"
          + " p.links, p.birth_date, p.display_name_to, p.about_to, p.birth_date_to, p.gender_to,"
          + " p.links_to, p.interests_to, p.picture_to, coalesce(p.interests_asked, false),"
          + " p.picture, coalesce(p.profile_asked, false)"
          + " FROM account a LEFT JOIN profile p ON p.account = a.id"
          + " LEFT JOIN account_setting s ON s.account = a.id"
          + " WHERE a.id = ANY (?) AND a.username IS NOT NULL AND a.active_at IS NOT NULL";

  private static final String DEPICTED =
      "SELECT p.account, p.picture, p.picture_to, coalesce(s.discoverable, true) FROM profile p"
          + " LEFT JOIN account_setting s ON s.account = p.account"
          + " WHERE p.account = ANY (?) AND p.picture IS NOT NULL";

  private static final String WRITE =
      "INSERT INTO profile (account, display_name, about, gender, links, birth_date,"
          + " display_name_to, about_to, birth_date_to, gender_to, links_to, interests_to,"
          + " picture_to, interests_asked, name_key, picture, profile_asked)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET display_name = excluded.display_name,"
          + " about = excluded.about, gender = excluded.gender, links = excluded.links,"
          + " birth_date = excluded.birth_date, display_name_to = excluded.display_name_to,"
          + " about_to = excluded.about_to, birth_date_to = excluded.birth_date_to,"
          + " gender_to = excluded.gender_to, links_to = excluded.links_to,"
          + " interests_to = excluded.interests_to, picture_to = excluded.picture_to,"
          + " interests_asked = excluded.interests_asked, picture = excluded.picture,"
          + " name_key = excluded.name_key, profile_asked = excluded.profile_asked";

  private final PersonalSealer sealer;

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  public ProfileTable(DataSource database, PersonalSealer sealer) {
    super(database);
    this.sealer = sealer;
  }

  /**
   * A person with what he tells.
   *
   * @param discoverable whether others find him without knowing the whole user name
   * @param asked what he has answered
   */
  public record Told(
      AccountId id, String username, boolean discoverable, Profile profile, Asked asked) {}

  /**
   * What a new person is asked.
   *
   * @param profile whether he has answered who he is, be it with nothing
   * @param interests whether he has answered which interests he has, be it with none
   */
  public record Asked(boolean profile, boolean interests) {

    /** The same, and he has answered who he is. */
    public Asked forProfile() {
      return new Asked(true, interests);
    }

    /** The same, and he has answered which interests he has. */
    public Asked forInterests() {
      return new Asked(profile, true);
    }
  }

  /**
   * What a person looks like.
   *
   * @param discoverable whether others find him without knowing the whole user name
   */
  public record Depicted(MediaId picture, Visibility shown, boolean discoverable) {}

  /** Those of the accounts that have a picture. */
  public Map<AccountId, Depicted> depicted(Collection<AccountId> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    return run(
        connection -> {
          Map<AccountId, Depicted> found = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(DEPICTED)) {
            select.setArray(1, ids(connection, accounts));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.put(
                    new AccountId(Rows.uuid(row, 1)),
                    new Depicted(
                        new MediaId(Rows.uuid(row, 2)),
                        Visibility.valueOf(row.getString(3)),
                        row.getBoolean(4)));
              }
            }
          }
          return found;
        });
  }

  /** Those of the accounts that exist. */
  public Map<AccountId, Told> of(Collection<AccountId> accounts) {
    return accounts.isEmpty() ? Map.of() : run(connection -> read(connection, accounts));
  }

  /** An account, which nobody else changes until the end of the transaction; null for none. */
  public @Nullable Told lock(AccountId account) {
    return run(connection -> {
          lock(connection, account);
          return read(connection, List.of(account));
        })
        .get(account);
  }

  /** Writes a profile, and what the person was asked. */
  public void write(AccountId account, Profile profile, Asked asked) {
    run(
        connection -> {
          try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            Visibilities shown = profile.visibilities();
            write.setObject(1, account.value());
            write.setString(2, profile.displayName());
            write.setString(3, profile.about());
            write.setString(4, profile.gender());
            write.setArray(5, connection.createArrayOf("text", profile.links().toArray()));
            write.setBytes(6, sealed(account, profile.birthDate()));
            write.setString(7, shown.displayName().name());
            write.setString(8, shown.about().name());
            write.setString(9, shown.birthDate().name());
            write.setString(10, shown.gender().name());
            write.setString(11, shown.links().name());
            write.setString(12, shown.interests().name());
            write.setString(13, shown.picture().name());
            write.setBoolean(14, asked.interests());
            boolean isOpen = shown.displayName() == Visibility.EVERYONE;
            write.setString(15, isOpen ? NameKey.of(profile.displayName()) : "");
            MediaId picture = profile.picture();
            write.setObject(16, picture == null ? null : picture.value());
            write.setBoolean(17, asked.profile());
            return write.executeUpdate();
          }
        });
  }

  private Map<AccountId, Told> read(Connection connection, Collection<AccountId> accounts)
      throws SQLException {
    Map<AccountId, Told> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OF)) {
      select.setArray(1, ids(connection, accounts));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          AccountId id = new AccountId(Rows.uuid(row, 1));
          Profile profile = row.getString(4) == null ? Profile.EMPTY : profile(id, row);
          found.put(
              id,
              new Told(
                  id,
                  row.getString(2),
                  row.getBoolean(3),
                  profile,
                  new Asked(row.getBoolean(18), row.getBoolean(16))));
        }
      }
    }
    return found;
  }

  private Profile profile(AccountId account, ResultSet row) throws SQLException {
    List<Visibility> shown = new ArrayList<>();
    for (int column = 9; column <= 15; column++) {
      shown.add(Visibility.valueOf(row.getString(column)));
    }
    return new Profile(
        row.getString(4),
        row.getString(5),
        unsealed(account, row.getBytes(8)),
        row.getString(6),
        List.of((String[]) row.getArray(7).getArray()),
        media(row, 17),
        new Visibilities(
            shown.get(0),
            shown.get(1),
            shown.get(2),
            shown.get(3),
            shown.get(4),
            shown.get(5),
            shown.get(6)));
  }

  private static @Nullable MediaId media(ResultSet row, int column) throws SQLException {
    UUID name = Rows.uuidOrNull(row, column);
    return name == null ? null : new MediaId(name);
  }

  private byte @Nullable [] sealed(AccountId account, @Nullable LocalDate date) {
    return date == null
        ? null
        : sealer.seal(account, date.toString().getBytes(StandardCharsets.US_ASCII), place(account));
  }

  /** The date; null also when it does not open: it was copied here from elsewhere. */
  private @Nullable LocalDate unsealed(AccountId account, byte @Nullable [] sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      byte[] plain = sealer.unseal(account, sealed, place(account));
      return LocalDate.parse(new String(plain, StandardCharsets.US_ASCII));
    } catch (SealBroken e) {
      return null;
    }
  }

  /** What a sealed birth date is bound to. */
  private static byte[] place(AccountId account) {
    return ("profile/birth_date/" + account).getBytes(StandardCharsets.US_ASCII);
  }
}
