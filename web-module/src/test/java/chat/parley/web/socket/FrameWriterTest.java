package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionEnd;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.TooManyRequests;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

  private static final String HASH = EntryHash.GENESIS.toString();
  private static final String A = "0190a1b2-0000-7000-8000-00000000000a";
  private static final UUID ID = UUID.fromString(A);
  private static final Instant AT = Instant.parse("2026-11-21T03:00:00.5Z");
  private static final StreamId STREAM = StreamId.conversation(ID);
  private static final DeviceId SENDER = new DeviceId(ID);
  private static final DeviceId OTHER = DeviceId.next();

  @Test
  void writesEveryFrame() {
    assertJson(
        new ServerFrame.Welcome(
            "1", ID, ID, AT, Map.of(STREAM, 9L), 64, Duration.ofSeconds(25), AT),
        """
        {'type':'welcome','re':'1','connection':'@','generation':'@',
         'at':'2026-11-21T03:00:00.500Z','heads':{'c/@':9},'window':64,'heartbeat':25,
         'reauthBy':'2026-11-21T03:00:00.500Z',
         'limits':{'frameBytes':131072,'bodyBytes':65536,'inFlight':16},'lines':true}
        """);
    assertJson(
        new ServerFrame.Entries(List.of(entry(1, "hi")), OTHER),
        """
        {'type':'entry','stream':'c/@','seq':1,'kind':'message','at':'2026-11-21T03:00:00.500Z',
         'by':'@','hash':'#','body':'hi'}
        """);
    assertJson(
        new ServerFrame.Entries(List.of(entry(1, "hi"), entry(2, null)), SENDER),
        """
        {'type':'entries','stream':'c/@','entries':[
         {'stream':'c/@','seq':1,'kind':'message','at':'2026-11-21T03:00:00.500Z','by':'@',
          'device':'@','cid':'@','hash':'#','body':'hi'},
         {'stream':'c/@','seq':2,'kind':'message','at':'2026-11-21T03:00:00.500Z','by':'@',
          'device':'@','cid':'@','hash':'#'}]}
        """);
    assertJson(
        new ServerFrame.Entries(
            List.of(
                new SharedEntry(
                    new Entry(
                        STREAM,
                        3,
                        "message",
                        AT,
                        new AccountId(ID),
                        SENDER,
                        ID,
                        EntryHash.GENESIS,
                        "soon gone",
                        AT.plusSeconds(5)))),
            OTHER),
        """
        {'type':'entry','stream':'c/@','seq':3,'kind':'message','at':'2026-11-21T03:00:00.500Z',
         'by':'@','hash':'#','expiresAt':'2026-11-21T03:00:05.500Z','body':'soon gone'}
        """);
    assertJson(new ServerFrame.Live(STREAM, 4), "{'type':'live','stream':'c/@','seq':4}");
    assertJson(
        new ServerFrame.Gap(STREAM, 1, 3, ServerFrame.Gap.Why.JOINED_LATER),
        "{'type':'gap','stream':'c/@','from':1,'to':3,'why':'joined-later'}");
    assertJson(
        new ServerFrame.Marks(
            new ConversationId(ID), List.of(new Watermark(new AccountId(ID), 5, 2))),
        """
        {'type':'marks','conversation':'@','list':[{'user':'@','delivered':5,'read':2}]}
        """);
    assertJson(
        new ServerFrame.Signal(
            ServerFrame.Signal.Kind.TYPING, STREAM, new AccountId(ID), Duration.ofSeconds(6)),
        "{'type':'signal','kind':'typing','stream':'c/@','by':'@','ttl':6}");
    assertJson(
        new ServerFrame.Sent("1", ID, STREAM, 7, AT, false),
        """
        {'type':'ok','re':'1','cid':'@','stream':'c/@','seq':7,'at':'2026-11-21T03:00:00.500Z'}
        """);
    assertJson(
        new ServerFrame.Sent("1", ID, STREAM, 7, AT, true),
        """
        {'type':'ok','re':'1','cid':'@','stream':'c/@','seq':7,'at':'2026-11-21T03:00:00.500Z',
         'dup':true}
        """);
    assertJson(
        new ServerFrame.Fetched("1", List.of(), OTHER, true),
        "{'type':'ok','re':'1','entries':[],'more':true}");
    assertJson(
        new ServerFrame.Failed("1", new InvalidInput("/id", "No."), ID),
        """
        {'type':'error','re':'1','problem':{'type':'urn:parley:problem:invalid-input',
         'title':'The request is not valid','status':400,'detail':'No.','instance':'urn:uuid:@',
         'errors':[{'pointer':'/id','detail':'No.'}]},'retry':'never'}
        """);
    JsonNode slower =
        json(
            new ServerFrame.Failed(
                null, new TooManyRequests("Slower.", Duration.ofMillis(70)), ID));
    assertThat(slower.has("re")).isFalse();
    assertThat(slower.get("retry").textValue()).isEqualTo("after");
    assertThat(slower.get("afterMs").intValue()).isEqualTo(70);
    assertJson(
        new ServerFrame.Pong(3, AT), "{'type':'pong','n':3,'at':'2026-11-21T03:00:00.500Z'}");
    assertJson(
        new ServerFrame.Bye(CloseCode.DRAINING, Duration.ofSeconds(3), "it stops", null),
        "{'type':'bye','code':4503,'resume':true,'afterMs':3000,'why':'it stops'}");
    assertJson(
        new ServerFrame.Bye(CloseCode.REPLACED, null, "gone", null),
        "{'type':'bye','code':4409,'resume':false,'why':'gone'}");
    assertJson(
        new ServerFrame.Bye(CloseCode.SIGN_IN, null, "over", SessionEnd.TOKEN_REUSED),
        "{'type':'bye','code':4401,'resume':true,'reason':'token-reused','why':'over'}");
  }

  @Test
  void onlyTheSendingDeviceSeesItsDeviceAndKeyEvenWhenEncodingsAreShared() {
    SharedEntry shared = entry(1, "hi");
    String own = EntryJson.array(List.of(shared), SENDER);
    String others = EntryJson.array(List.of(shared), OTHER);
    String ownAgain = EntryJson.array(List.of(shared), SENDER);

    assertThat(own).contains("\"device\"").contains("\"cid\"").isEqualTo(ownAgain);
    assertThat(others).doesNotContain("\"device\"").doesNotContain("\"cid\"");
  }

  @Property(tries = 1_000)
  void anyBodySurvivesAndWeighsAtLeastItsBytes(@ForAll String body) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(body)) {
      return;
    }
    SharedEntry shared = entry(1, body);
    ServerFrame.Entries frame = new ServerFrame.Entries(List.of(shared), SENDER);
    String text = FrameCodec.encode(frame);

    assertThat(json(frame).get("body").textValue()).isEqualTo(body);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(frame.weight());
  }

  private static SharedEntry entry(long seq, String body) {
    return new SharedEntry(
        new Entry(
            STREAM, seq, "message", AT, new AccountId(ID), SENDER, ID, EntryHash.GENESIS, body));
  }

  private static void assertJson(ServerFrame frame, String expected) {
    assertThat(json(frame))
        .isEqualTo(parse(expected.replace('\'', '"').replace("@", A).replace("#", HASH)));
  }

  private static JsonNode json(ServerFrame frame) {
    return parse(FrameCodec.encode(frame));
  }

  private static JsonNode parse(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
