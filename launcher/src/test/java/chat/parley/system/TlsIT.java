package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ClientHello;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An instance that speaks TLS itself, with nothing in front of it. */
@ExtendWith(RunningParley.Extension.class)
class TlsIT {

  @Test
  void itSpeaksNothingThatIsOlderThanTls12(RunningParley parley) throws IOException {
    URI server = parley.tls(1);
    for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
      assertThat(ClientHello.negotiated(server, version)).isEqualTo(version);
    }
    assertThat(ClientHello.isTaken(server, ClientHello.TLS_1_0)).isFalse();
    assertThat(ClientHello.isTaken(server, ClientHello.TLS_1_1)).isFalse();
  }

  @Test
  void whatOpensADoorTravelsByTlsAlone(RunningParley parley) {
    URI server = parley.tls(1);
    Person alice = parley.newPerson(1);
    RestClient.Answer signedIn =
        RestClient.of(server)
            .withHeader("Origin", server.toString())
            .post(
                "/api/auth/login",
                Map.of("username", alice.username(), "password", alice.password()))
            .expect(200);

    assertThat(signedIn.header("Set-Cookie"))
        .startsWith("__Host-parley-refresh=")
        .contains(";Secure", ";HttpOnly", ";SameSite=Strict");
    assertThat(signedIn.header("Strict-Transport-Security")).contains("max-age=63072000");
  }

  @Test
  void messagesGoByItInBothDirections(RunningParley parley) {
    Person alice = Person.register(RestClient.of(parley.tls(1)));
    Person bob = Person.register(RestClient.of(parley.tls(2)));
    String conversation = alice.conversationWith(bob);
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      long seq = Talk.sent(a, conversation, "over TLS").path("seq").asLong();
      Talk.readAll(b, "c/" + conversation, seq - 1, seq);
    }
  }
}
