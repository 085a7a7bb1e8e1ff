package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AccountId;
import chat.parley.platform.TestDatabase;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StoredPersonalSealerTest {

  private static final byte[] PLAIN = "1990-12-10".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "profile/birth_date".getBytes(StandardCharsets.US_ASCII);

  private final DataSource database = TestDatabase.fresh();
  private final PersonalSealer sealer = TestSealers.personal(database);
  private final AccountId ada = AccountId.next();

  private void destroyKeyOf(AccountId person) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement destroy =
            connection.prepareStatement(
                "INSERT INTO sealing_personal_key (account, sealed) VALUES (?, NULL)"
                    + " ON CONFLICT (account) DO UPDATE SET sealed = NULL")) {
      destroy.setObject(1, person.value());
      destroy.executeUpdate();
    }
  }

  @Test
  void whatWasSealedForOneOpensForThisOneOnAnotherInstance() {
    byte[] sealed = sealer.seal(ada, PLAIN, PLACE);

    assertThat(TestSealers.personal(database).unseal(ada, sealed, PLACE)).isEqualTo(PLAIN);
    assertThat(sealer.seal(ada, PLAIN, PLACE)).isNotEqualTo(sealed);
  }

  @Test
  void itOpensForNobodyElseNowhereElseAndNotWhenItWasChanged() {
    byte[] sealed = sealer.seal(ada, PLAIN, PLACE);
    AccountId bob = AccountId.next();
    sealer.seal(bob, PLAIN, PLACE);
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> sealer.unseal(bob, sealed, PLACE)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.unseal(ada, sealed, new byte[] {1}))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.unseal(ada, changed, PLACE)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.unseal(ada, new byte[] {2, 0}, PLACE))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void whatWasSealedBeforePeopleHadKeysStillOpens() {
    byte[] before = TestSealers.over(database).seal(PLAIN, PLACE);

    assertThat(sealer.unseal(ada, before, PLACE)).isEqualTo(PLAIN);
  }

  @Test
  void withoutTheKeyNothingOpensAndThereIsNeverAnother() throws SQLException {
    byte[] sealed = sealer.seal(ada, PLAIN, PLACE);
    destroyKeyOf(ada);
    PersonalSealer another = TestSealers.personal(database);

    assertThatThrownBy(() -> another.unseal(ada, sealed, PLACE)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> another.seal(ada, PLAIN, PLACE)).isInstanceOf(SealBroken.class);
  }
}
