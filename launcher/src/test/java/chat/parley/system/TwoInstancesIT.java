package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.launcher.LaunchFailure;
import chat.parley.launcher.ParleySystem;
import chat.parley.launcher.Ports;
import chat.parley.testing.NeedsQuiet;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@NeedsQuiet
@ExtendWith(RunningParley.Extension.class)
class TwoInstancesIT {

  @Test
  void bothAnswerThatTheyAreReady(RunningParley parley) {
    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      RestClient.Answer ready = parley.rest(instance).get("/health/ready");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.body().get("checks"))
          .extracting(check -> check.get("name").asText() + " " + check.get("status").asText())
          .containsExactlyInAnyOrder("database UP", "log UP", "broker UP");
      assertThat(parley.rest(instance).get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void anInstanceThatStopsSendsItsClientsToTheOther(RunningParley parley) throws IOException {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    long before;
    try (SocketClient a = alice.connect(parley.rest(2), Map.of());
        SocketClient b = bob.connect(parley.rest(2), Map.of())) {
      before = Talk.sent(a, conversation, "before the stop").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      parley.stop(2);
      for (SocketClient each : List.of(a, b)) {
        JsonNode bye = each.awaitByeAndClose();
        assertThat(bye.path("code").asInt()).isEqualTo(4503);
        assertThat(bye.path("resume").asBoolean()).isTrue();
        assertThat(bye.path("afterMs").asLong()).isBetween(1L, 3_000L);
      }
      assertThat(parley.rest(1).get("/health/ready").status()).isEqualTo(200);
      assertThat(isListening(parley.system().ports().web().get(1))).isFalse();
    } finally {
      parley.start(2);
    }
    try (SocketClient a = alice.connect(Map.of(stream, before));
        SocketClient b = bob.connect(parley.rest(2), Map.of(stream, before))) {
      long after = Talk.sent(a, conversation, "after the stop").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      assertThat(Talk.seqs(b, stream)).containsExactly(after);
      assertThat(after).isEqualTo(before + 1);
    }
    assertThat(Files.readString(parley.system().layout().log("parley-2")))
        .as("its last words")
        .contains("PARLEY-1606 2 connections are asked to come back elsewhere.")
        .contains("PARLEY-1205 The writer of the log has stopped; 0 waiting senders were refused.");
    assertThat(parley.system().trouble()).isNotDone();
  }

  @Test
  void whatTheDatabaseAcknowledgesIsOnTheDisk(RunningParley parley) throws SQLException {
    try (var connection = parley.database();
        var statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (var rows = statement.executeQuery("SHOW " + setting)) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1)).as(setting).isEqualTo("on");
        }
      }
    }
  }

  @Test
  void secretsAreReadableByTheirOwnerAloneAndStandOnNoCommandLine(RunningParley parley)
      throws IOException {
    Path keys = parley.system().secrets().keystore().getParent();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    try (var files = Files.list(keys)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
    }
    for (String process : List.of("postgres", "broker", "mail", "chain", "parley-1", "parley-2")) {
      String line = parley.system().process(process).info().commandLine().orElse("");
      for (String secret : List.of("database", "database.superuser", "broker", "keystore")) {
        assertThat(line).as(process).doesNotContain(parley.system().secrets().password(secret));
      }
    }
  }

  @Test
  void nothingListensOutsideThisMachine(RunningParley parley) throws IOException {
    Ports ports = parley.system().ports();
    List<Integer> all =
        List.of(
            ports.web().get(0),
            ports.web().get(1),
            ports.database(),
            ports.broker(),
            ports.chain(),
            ports.smtp(),
            ports.mailPage());
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(each.getInetAddresses())) {
        if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
          for (int port : all) {
            assertThat(isListening(address, port)).as(address + ":" + port).isFalse();
          }
        }
      }
    }
  }

  @Test
  void aPortInUseIsNamedInOneSentence(RunningParley parley, @TempDir Path home) {
    Ports free = Ports.free(1);
    int taken = parley.system().ports().web().get(0);
    Ports clashing =
        new Ports(
            List.of(taken),
            List.of(),
            free.database(),
            free.broker(),
            free.chain(),
            free.smtp(),
            free.mailPage());

    assertThatThrownBy(
            () -> ParleySystem.of(RunningParley.project()).home(home).ports(clashing).start())
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("Port " + taken)
        .hasMessageContaining("the web app")
        .hasMessageContaining("in use");
  }

  @Test
  void aHomeHoldsOneSystemAtATime(RunningParley parley) {
    assertThatThrownBy(
            () ->
                ParleySystem.of(RunningParley.project())
                    .home(parley.system().layout().home())
                    .ports(Ports.free(1))
                    .start())
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("already runs");
  }

  private static boolean isListening(int port) {
    return isListening(InetAddress.getLoopbackAddress(), port);
  }

  private static boolean isListening(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
