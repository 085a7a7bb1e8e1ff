package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.TestDatabase;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.SealBroken;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RewrappingTest {

  private static final byte[] HERE = {1, 2, 3};

  private final DataSource database = TestDatabase.fresh();
  private final DataKeyTable table = new DataKeyTable(database);
  private final MasterKey old = TestSealers.master("keystore:master", 1);
  private final MasterKey fresh = TestSealers.master("keystore:master-2", 2);

  private EnvelopeSealer sealer(MasterKey... masters) {
    return TestSealers.with(database, Clock.systemUTC(), masters);
  }

  private Rewrapping rewrapping(MasterKey... masters) {
    return new Rewrapping(new MasterKeys(List.of(masters)), table);
  }

  @Test
  void whatWasSealedUnderTheOldKeyOpensWithTheNewOneAlone() {
    List<byte[]> sealed = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      sealed.add(sealer(old).seal(new byte[] {(byte) i}, HERE));
    }

    assertThat(rewrapping(fresh, old).wrapAll()).isEqualTo(250);

    EnvelopeSealer later = sealer(fresh);
    for (int i = 0; i < sealed.size(); i++) {
      assertThat(later.unseal(sealed.get(i), HERE)).containsExactly((byte) i);
    }
    assertThat(rewrapping(fresh, old).wrapAll()).isZero();
    EnvelopeSealer given = sealer(old);
    assertThatThrownBy(() -> given.unseal(sealed.get(0), HERE)).isInstanceOf(SealBroken.class);
  }

  @Test
  void whileInstancesChangeOneByOneEachOpensWhatTheOthersSeal() {
    EnvelopeSealer before = sealer(old, fresh);
    EnvelopeSealer after = sealer(fresh, old);

    byte[] ofBefore = before.seal(new byte[] {1}, HERE);
    byte[] ofAfter = after.seal(new byte[] {2}, HERE);

    assertThat(after.unseal(ofBefore, HERE)).containsExactly(1);
    assertThat(before.unseal(ofAfter, HERE)).containsExactly(2);
  }

  @Test
  void manyInstancesWrapEachKeyOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      sealer(old).seal(new byte[] {1}, HERE);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> instances = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        instances.add(rewrapping(fresh, old)::wrapAll);
      }
      int wrapped = 0;
      for (Future<Integer> each : threads.invokeAll(instances)) {
        wrapped += each.get();
      }
      assertThat(wrapped).isEqualTo(40);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKeyOfAMasterThatNobodyKnowsIsLeftAndTheOthersAreWrapped() {
    MasterKey lost = TestSealers.master("keystore:lost", 3);
    byte[] stays = sealer(lost).seal(new byte[] {1}, HERE);
    byte[] moves = sealer(old).seal(new byte[] {2}, HERE);
    MasterKey wrong = TestSealers.master("keystore:lost", 4);

    assertThat(rewrapping(fresh, old).wrapAll()).isEqualTo(1);
    assertThat(rewrapping(fresh, wrong).wrapAll()).isZero();

    assertThat(sealer(fresh).unseal(moves, HERE)).containsExactly(2);
    assertThat(sealer(fresh, lost).unseal(stays, HERE)).containsExactly(1);
  }

  @Test
  void withoutTheDatabaseItIsForLater() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/parley");
    Rewrapping cutOff =
        new Rewrapping(new MasterKeys(List.of(fresh, old)), new DataKeyTable(nowhere));

    assertThatThrownBy(cutOff::wrapAll).isInstanceOf(Unavailable.class);
  }
}
