package chat.parley.keys.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.keys.MlsDevice;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeyPackageRulesTest {

  private static final int DEVICES = 4;
  private static final int PACKAGES = 100;

  /** A device that publishes. */
  private static final class Publisher {
    final AccountId account = AccountId.next();
    final DeviceId device = DeviceId.next();
    final MlsDevice mls = MlsDevice.of(account.toString(), device.toString());
    final WireBytes keyPackage = bytes(mls.keyPackage());

    void publish() {
      for (int i = 0; i < PACKAGES; i++) {
        KeyPackageRules.require(
            "/" + i, keyPackage, account, device, bytes(mls.signatureKey()), Instant.now());
      }
    }
  }

  @Test
  void whatIsGoodIsGoodAlsoWhenManyPublishAtOnce() throws Exception {
    List<Publisher> publishers = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      publishers.add(new Publisher());
    }
    ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
    try {
      List<Future<?>> done = new ArrayList<>();
      publishers.forEach(each -> done.add(threads.submit(each::publish)));
      for (Future<?> each : done) {
        assertThat(each.get()).isNull();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static WireBytes bytes(String text) {
    return WireBytes.read("", text, 1_000_000);
  }
}
