package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.platform.TestDatabase;
import chat.parley.sealing.BlindIndex;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StoredBlindIndexTest {

  private static BlindIndex over(DataSource database) {
    return new StoredBlindIndex(database, TestSealers.over(database), new SecureRandom());
  }

  @Test
  void allInstancesFindTheSameValueAndNoOther() {
    DataSource database = TestDatabase.fresh();
    BlindIndex one = over(database);
    BlindIndex other = over(database);
    byte[] index = one.of("account-email", "ada@example.org");
    assertThat(index).hasSize(32).isEqualTo(other.of("account-email", "ada@example.org"));
    assertThat(one.of("account-email", "bob@example.org")).isNotEqualTo(index);
    assertThat(one.of("wallet", "ada@example.org")).isNotEqualTo(index);
    assertThat(one.of("account-emai", "lada@example.org")).isNotEqualTo(index);
  }

  @Test
  void anotherInstallationHasAnotherIndex() {
    assertThat(over(TestDatabase.fresh()).of("account-email", "ada@example.org"))
        .isNotEqualTo(over(TestDatabase.fresh()).of("account-email", "ada@example.org"));
  }
}
