package chat.parley.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParleyResourceAdapterTest {
  private final ParleyResourceAdapter adapter = new ParleyResourceAdapter();

  @Test
  void theEnvironmentSaysWhereTheBrokerIs() {
    adapter.configure(
        Map.<String, String>of()::get,
        Map.of(
                "PARLEY_BROKER_URL", "tcp://broker.example:61617?sslEnabled=true",
                "PARLEY_BROKER_USER", "someone",
                "PARLEY_BROKER_PASSWORD", "secret")
            ::get);

    assertThat(adapter.getConnectionParameters())
        .isEqualTo("host=broker.example;port=61617;sslEnabled=true");
    assertThat(adapter.getUserName()).isEqualTo("someone");
    assertThat(adapter.getPassword()).isEqualTo("secret");
  }

  @Test
  void aSystemPropertyGoesBeforeTheEnvironment() {
    adapter.configure(
        Map.of("parley.broker.url", "tcp://one:1,tcp://two:2")::get,
        Map.of("PARLEY_BROKER_URL", "tcp://other:3", "PARLEY_BROKER_PASSWORD", "secret")::get);

    assertThat(adapter.getConnectionParameters()).isEqualTo("host=one;port=1,host=two;port=2");
    assertThat(adapter.getConnectorClassName().split(",")).hasSize(2);
    assertThat(adapter.getUserName()).isEqualTo("parley");
  }

  @Test
  void aMissingPasswordIsNamed() {
    assertThatThrownBy(
            () -> adapter.configure(Map.<String, String>of()::get, Map.<String, String>of()::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PARLEY_BROKER_PASSWORD");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    for (String wrong : new String[] {"", "localhost", "http://a:1", "tcp://a", "tcp://a:1,"}) {
      assertThatThrownBy(() -> BrokerUrl.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("parley.broker.url");
    }
  }
}
