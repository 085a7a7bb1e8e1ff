package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.contract.ContractFile;
import chat.parley.contract.SocketContract;
import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionEnd;
import chat.parley.jms.Destinations;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.TooManyRequests;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares the frames of the code with those of the document and of its examples. */
class ProtocolDocumentTest {

  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.+?)\n```", Pattern.DOTALL);
  private static final Set<String> CLIENT =
      Set.of(
          "hello",
          "ack",
          "send",
          "purge",
          "mark",
          "typing",
          "presence",
          "focus",
          "fetch",
          "ping",
          "unsupported");

  private final SocketContract document = new SocketContract();

  @Test
  void everyFrameTheServerWritesIsInTheDocument() {
    List<ServerFrame> frames = frames();
    assertThat(frames.stream().map(Object::getClass).collect(Collectors.toSet()))
        .as("a sample of every frame")
        .containsExactlyInAnyOrder(ServerFrame.class.getPermittedSubclasses());
    Set<String> used = new TreeSet<>();
    for (ServerFrame frame : frames) {
      String text = FrameCodec.encode(frame);
      assertThat(document.matching(text)).as(text).hasSize(1);
      used.addAll(document.matching(text));
    }
    Set<String> promised = new TreeSet<>(document.names());
    promised.removeAll(CLIENT);
    assertThat(used).isEqualTo(promised);
  }

  @Test
  void everyExampleIsAFrameAndEveryFrameHasAnExample() throws Exception {
    Set<String> shown = new TreeSet<>();
    Matcher examples = EXAMPLE.matcher(ContractFile.text("README.md"));
    while (examples.find()) {
      String text = examples.group(1);
      assertThat(document.matching(text)).as(text).hasSize(1);
      String name = document.matching(text).get(0);
      shown.add(name);
      if (CLIENT.contains(name)) {
        assertThat(FrameCodec.decode(text)).isNotInstanceOf(ClientFrame.Unsupported.class);
      }
    }
    Set<String> promised = new TreeSet<>(document.names());
    promised.remove("unsupported");
    assertThat(shown).isEqualTo(promised);
  }

  @Test
  void documentKnowsTheFramesThatClientsMaySend() {
    long known = Arrays.stream(ClientFrame.class.getPermittedSubclasses()).count();
    assertThat(CLIENT).hasSize((int) known);
    assertThat(document.names()).containsAll(CLIENT);
  }

  @Test
  void closeCodesAreTheSameEverywhere() {
    Set<Integer> inCode =
        Stream.of(CloseCode.values()).map(CloseCode::code).collect(Collectors.toSet());
    Set<Integer> inDocument = new TreeSet<>();
    document
        .at("/components/schemas/Bye/properties/code/enum")
        .forEach(code -> inDocument.add(code.intValue()));
    assertThat(inDocument).isEqualTo(inCode);
    String page = ContractFile.text("README.md");
    for (CloseCode code : CloseCode.values()) {
      assertThat(page).contains("| " + code.code() + " | " + (code.resume() ? "yes" : "no") + " |");
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = document.at("").findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    assertThat(references).noneMatch(each -> document.at(each.substring(1)).isMissingNode());
  }

  @Test
  void theAddressesOnTheBrokerAreOurs() {
    List<String> addresses = new ArrayList<>();
    for (JsonNode channel : document.at("/channels")) {
      if (channel.at("/servers/0/$ref").asText().endsWith("broker")) {
        addresses.add(channel.path("address").asText());
      }
    }
    assertThat(addresses).isNotEmpty().isSubsetOf(Destinations.TOPICS);
  }

  private static ServerFrame presence(Duration ttl, @Nullable PresenceState state) {
    AccountId there = AccountId.next();
    return new ServerFrame.Signal(
        ServerFrame.Signal.Kind.PRESENCE, StreamId.user(there.value()), there, ttl, state);
  }

  private static List<ServerFrame> frames() {
    Instant at = Instant.parse("2026-11-21T03:00:00Z");
    UUID id = Ids.next();
    StreamId stream = StreamId.conversation(id);
    DeviceId device = DeviceId.next();
    SharedEntry message =
        new SharedEntry(
            new Entry(
                stream,
                1,
                "message",
                at,
                AccountId.next(),
                device,
                id,
                EntryHash.GENESIS,
                "\"\\\n\u0001é🌍"));
    SharedEntry erased =
        new SharedEntry(
            new Entry(stream, 2, "message", at, null, null, null, EntryHash.GENESIS, null));
    List<ServerFrame> frames = new ArrayList<>();
    frames.add(
        new ServerFrame.Welcome(
            "1", id, id, at, Map.of(stream, 0L), 64, Limits.SOCKET_HEARTBEAT, at));
    frames.add(new ServerFrame.Entries(List.of(message), device));
    frames.add(new ServerFrame.Entries(List.of(message, erased), DeviceId.next()));
    frames.add(new ServerFrame.Live(stream, 0));
    for (ServerFrame.Gap.Why why : ServerFrame.Gap.Why.values()) {
      frames.add(new ServerFrame.Gap(stream, 1, 2, why));
    }
    frames.add(
        new ServerFrame.Marks(
            new ConversationId(id), List.of(new Watermark(AccountId.next(), 2, 1))));
    frames.add(
        new ServerFrame.Signal(
            ServerFrame.Signal.Kind.TYPING, stream, AccountId.next(), Duration.ofSeconds(6)));
    frames.add(presence(Duration.ofSeconds(150), PresenceState.AWAY));
    frames.add(presence(Duration.ZERO, null));
    frames.add(new ServerFrame.Sent("1", id, stream, 3, at, false));
    frames.add(new ServerFrame.Sent("1", id, stream, 3, at, true));
    frames.add(new ServerFrame.Fetched("1", List.of(message, erased), device, true));
    frames.add(new ServerFrame.Failed("1", new NotFound(), id));
    frames.add(new ServerFrame.Failed(null, new InvalidInput("/id", "It is missing."), id));
    frames.add(
        new ServerFrame.Failed("1", new TooManyRequests("Slower.", Duration.ofSeconds(1)), id));
    frames.add(new ServerFrame.Failed("1", new UnsupportedFrame(), id));
    frames.add(new ServerFrame.Failed("1", new InternalFault(), id));
    frames.add(new ServerFrame.Pong(1, at));
    for (CloseCode code : CloseCode.values()) {
      frames.add(
          new ServerFrame.Bye(code, code.resume() ? Duration.ofSeconds(1) : null, "why", null));
    }
    for (SessionEnd why : SessionEnd.values()) {
      frames.add(new ServerFrame.Bye(CloseCode.SIGN_IN, null, "why", why));
    }
    return frames;
  }
}
