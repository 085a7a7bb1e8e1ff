package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody needs to know which server runs here, least of all who looks for its weaknesses. */
@ExtendWith(RunningParley.Extension.class)
class ServerNameIT {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /api/configuration, 200",
    "GET, /, 200",
    "GET, /health/ready, 200",
    "GET, /api/account, 401",
    "GET, /api/nothing, 404",
    "GET, /assets/nothing.js, 404",
    "DELETE, /api/configuration, 405",
    "GET, /%c0%ae, 400",
  })
  void noAnswerNamesTheServer(String method, String path, int status, RunningParley parley) {
    RestClient.Answer answer = parley.rest(1).send(method, path, null);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().map().keySet()).doesNotContain("server", "x-powered-by");
    assertThat(answer.text()).doesNotContainIgnoringCase("payara").doesNotContain("GlassFish");
  }
}
