package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.TooManyRequests;
import chat.parley.quota.control.TestQuotas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each address and each account has its share, and nobody takes another's. */
class DoorLimitsTest {

  private final TestQuotas quotas = TestQuotas.fresh();
  private final DoorLimits doors =
      new DoorLimits(List.of("10.0.0.1", "::1"), quotas.onAnInstance()::take);

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "2001:db8:0:7:0:0:0:1"})
  void anAddressMakesSoManyAccountsAndOthersAreNotTouched(String address) {
    for (int i = 0; i < Limits.REGISTRATIONS; i++) {
      doors.registration(address);
    }
    assertThatThrownBy(() -> doors.registration(address)).isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> doors.registration("192.0.2.8")).doesNotThrowAnyException();
    assertThatCode(() -> doors.registration("2001:db8:0:8:0:0:0:1")).doesNotThrowAnyException();
    assertThatCode(() -> doors.nonce(address)).doesNotThrowAnyException();
  }

  @Test
  void theAddressesOfOneIpv6NetworkCountTogether() {
    for (int i = 0; i < Limits.REGISTRATIONS; i++) {
      doors.registration("2001:db8:0:7:0:0:0:" + Integer.toHexString(i));
    }
    assertThatThrownBy(() -> doors.registration("2001:db8:0:7:ffff:0:0:1"))
        .isInstanceOf(TooManyRequests.class);
  }

  @Test
  void aGatewayStandsForManyAndIsNotCounted() {
    for (int i = 0; i < 10 * Limits.REGISTRATIONS; i++) {
      doors.registration("10.0.0.1");
    }
  }

  @Test
  void anAccountSearchesSoOften() {
    AccountId ada = AccountId.next();
    for (int i = 0; i < Limits.PEOPLE_SEARCHES; i++) {
      doors.search(ada);
    }
    assertThatThrownBy(() -> doors.search(ada)).isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> doors.search(AccountId.next())).doesNotThrowAnyException();
  }
}
