package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import chat.parley.sealing.SealerContract;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a master key in another system owes, beside what every sealer does. */
interface RemoteMasterKeyContract extends SealerContract {

  /** What a sealed body is bound to. */
  static byte[] here() {
    return new byte[] {1, 2, 3};
  }

  /** The key in question. */
  MasterKey key();

  DataSource database();

  @Override
  default Sealer instance() {
    return TestSealers.with(database(), Clock.systemUTC(), new RemoteMasterKey(key()));
  }

  @Test
  default void aDataKeyThatAnotherKeyWrappedIsForeign() {
    byte[] sealed =
        TestSealers.with(database(), Clock.systemUTC(), TestSealers.master(key().name(), 8))
            .seal(new byte[] {1}, here());
    Sealer sealer = instance();

    assertThatThrownBy(() -> sealer.unseal(sealed, here())).isInstanceOf(SealBroken.class);
  }

  @Test
  default void theKeyStoresKeyIsReplacedByThisOne() {
    MasterKey old = TestSealers.master("keystore:master", 1);
    byte[] sealed =
        TestSealers.with(database(), Clock.systemUTC(), old).seal(new byte[] {7}, here());
    MasterKeys both = new MasterKeys(List.of(key(), old));

    assertThat(new Rewrapping(both, new DataKeyTable(database())).wrapAll()).isEqualTo(1);

    assertThat(instance().unseal(sealed, here())).containsExactly(7);
  }
}
