package chat.parley.notification.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushServicesTest {

  private final PushServices services = new PushServices(List.of(URI.create("http://inside:81")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001:0:a00:1::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1"
      })
  void anAddressInsideIsNotPublic(String address) throws UnknownHostException {
    assertThat(PushServices.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
  void anAddressOfTheInternetIs(String address) throws UnknownHostException {
    assertThat(PushServices.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void usualPushServicesAreTaken() {
    for (String address :
        List.of(
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
            "https://web.push.apple.com/QGuQ",
            "https://wns2-par02p.notify.windows.com:443/w/?token=x")) {
      assertThatCode(() -> services.require(URI.create(address))).doesNotThrowAnyException();
    }
  }

  @Test
  void whatTheOperatorTrustsMayBeInside() throws UnknownHostException {
    URI trusted = URI.create("http://inside:81/device/1");
    assertThatCode(() -> services.require(trusted)).doesNotThrowAnyException();
    assertThat(services.isPublic(trusted)).isTrue();
  }
}
