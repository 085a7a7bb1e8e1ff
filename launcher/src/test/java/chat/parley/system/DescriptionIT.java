package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.contract.ContractFile;
import chat.parley.contract.RestContract;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description promises of every operation, asked of the running system. */
@ExtendWith(RunningParley.Extension.class)
class DescriptionIT {

  static Stream<RestContract.Operation> operations() {
    return new RestContract().operations().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void anOperationAsksForASessionExactlyWhenItSaysSo(
      RestContract.Operation operation, RunningParley parley) {
    String path = operation.path().replaceAll("[{][^}]+}", UUID.randomUUID().toString());
    byte[] body = operation.method().equals("POST") ? "{}".getBytes(StandardCharsets.UTF_8) : null;

    Answer answer = parley.rest(1).send(operation.method(), path, body);

    assertThat(answer.problem().equals("unauthenticated"))
        .as(answer.text())
        .isEqualTo(operation.signedIn());
  }

  @Test
  void theDocumentIsServedAsItStandsInTheProject(RunningParley parley) {
    RestClient anonymous = parley.rest(1).withHeader("Accept", "text/html, */*");

    Answer answer = anonymous.get("/openapi").expect(200);

    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    assertThat(answer.text()).isEqualTo(ContractFile.text("openapi.yaml"));
  }

  @Test
  void theServersOwnDocumentIsOff(RunningParley parley) {
    assertThat(parley.rest(1).get("/openapi/").status()).isBetween(400, 499);
  }
}
