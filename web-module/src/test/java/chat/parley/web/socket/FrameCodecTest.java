package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.PresenceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {

  private static final String A = "0190a1b2-0000-7000-8000-00000000000a";
  private static final String B = "0190a1b2-0000-7000-8000-00000000000b";
  private static final UUID ID_A = UUID.fromString(A);
  private static final UUID ID_B = UUID.fromString(B);
  private static final String HELLO =
      "{'type':'hello','id':'1','ticket':'abc','device':'" + A + "','cursors':{'c/" + B + "':7}}";
  private static final String SEND =
      "{'type':'send','id':'2','cid':'" + A + "','conversation':'" + B + "','body':'hi'}";
  private static final String PURGE =
      "{'type':'purge','id':'4','cid':'" + A + "','conversation':'" + B + "','seqs':[7,3]}";
  private static final String FETCH =
      "{'type':'fetch','id':'3','stream':'c/" + B + "','before':9,'limit':50}";
  private static final String MARK = "{'type':'mark','conversation':'" + B + "','read':4}";

  @Test
  void readsEveryFrame() throws Exception {
    assertThat(decode(HELLO))
        .isEqualTo(
            new ClientFrame.Hello(
                "1",
                "abc",
                new DeviceId(ID_A),
                null,
                Map.of(StreamId.conversation(ID_B), 7L),
                null,
                false));
    assertThat(decode(HELLO.replace("'id'", "'lines':true,'id'")))
        .isInstanceOfSatisfying(
            ClientFrame.Hello.class, hello -> assertThat(hello.lines()).isTrue());
    assertThat(decode(SEND)).isEqualTo(sent(null, Attention.ALL));
    assertThat(decode(SEND.replace("'body'", "'expiresIn':60,'notify':'all','body'")))
        .isEqualTo(sent(Duration.ofMinutes(1), Attention.ALL));
    assertThat(decode(SEND.replace("'body'", "'notify':'none','body'")))
        .isEqualTo(sent(null, Attention.NONE));
    assertThat(decode(SEND.replace("'body'", "'notify':['" + A + "','" + A + "'],'body'")))
        .isEqualTo(sent(null, Attention.mentioning(Set.of(new AccountId(ID_A)))));
    assertThat(decode(SEND.replace("'body'", "'notify':[],'body'")))
        .isEqualTo(sent(null, Attention.ALL));
    assertThat(decode(PURGE))
        .isEqualTo(new ClientFrame.Purge("4", ID_A, new ConversationId(ID_B), List.of(7L, 3L)));
    assertThat(decode(FETCH))
        .isEqualTo(new ClientFrame.Fetch("3", StreamId.conversation(ID_B), null, 9L, 50));
    assertThat(decode(MARK)).isEqualTo(new ClientFrame.Mark(new ConversationId(ID_B), 4, false));
    assertThat(decode("{'type':'typing','conversation':'" + B + "','on':true}"))
        .isEqualTo(new ClientFrame.Typing(new ConversationId(ID_B), true));
    assertThat(decode("{'type':'ack','cursors':{'u/" + A + "':3}}"))
        .isEqualTo(new ClientFrame.Ack(Map.of(StreamId.user(ID_A), 3L)));
    assertThat(decode(MARK.replace("4}", "4,'private':true}")))
        .isEqualTo(new ClientFrame.Mark(new ConversationId(ID_B), 4, true));
    assertThat(decode("{'type':'presence','state':'away'}"))
        .isEqualTo(new ClientFrame.Presence(PresenceState.AWAY));
    assertThat(decode("{'type':'focus','open':['" + A + "'],'people':{'" + A + "':['" + B + "']}}"))
        .isEqualTo(
            new ClientFrame.Focus(
                Set.of(new ConversationId(ID_A)),
                Map.of(new ConversationId(ID_A), Set.of(new AccountId(ID_B)))));
    assertThat(decode("{'type':'ping','n':5}")).isEqualTo(new ClientFrame.Ping(5));
  }

  @Test
  void ignoresMembersItDoesNotKnow() throws Exception {
    assertThat(decode(SEND.replace("'body'", "'later':{'x':[1]},'body'"))).isEqualTo(decode(SEND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit", "dance"})
  void typesThatAreNotServedAreKnownAsSuch(String type) throws Exception {
    assertThat(decode("{'type':'" + type + "','id':'9'}"))
        .isEqualTo(new ClientFrame.Unsupported("9", type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "null",
        "7",
        "'text'",
        "[]",
        "[{'type':'ping','n':1}]",
        "{'type':'ping','n':1",
        "{'type':'ping','n':1}}",
        "{'type':'ping','n':1} {}",
        "{'type':'ping','n':01}",
        "{'type':'ping','n':1,'n':2}",
        "{'type':'ping','n':1,}",
        "{type:'ping'}",
        "{'type':'ping','n':NaN}",
        "{'type':'ping'/**/,'n':1}",
        "{'type':'pi\u0000ng','n':1}",
        "{'type':'a\nb'}",
        "{'type':'ping','n':1,'x':[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}"
      })
  void whatIsNoObjectOfTheProtocolIsBad(String text) {
    assertThatThrownBy(() -> decode(text)).isInstanceOf(BadFrame.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                        | /type
          {'type':7}                                                | /type
          {'type':null}                                             | /type
          {'type':'ping'}                                           | /n
          {'type':'ping','n':'1'}                                   | /n
          {'type':'ping','n':1.0}                                   | /n
          {'type':'ping','n':-1}                                    | /n
          {'type':'ping','n':9007199254740992}                      | /n
          {'type':'ping','n':99999999999999999999999}               | /n
          {'type':'ping','n':true}                                  | /n
          {'type':'ack'}                                            | /cursors
          {'type':'ack','cursors':[]}                               | /cursors
          {'type':'ack','cursors':{'x/1':1}}                        | /cursors
          {'type':'ack','cursors':{'c/@A':'1'}}                     | /cursors/c~1@A
          {'type':'ack','cursors':{'c/@A':-1}}                      | /cursors/c~1@A
          {'type':'mark','conversation':'@A'}                       | /read
          {'type':'mark','conversation':'nobody','read':1}          | /conversation
          {'type':'mark','conversation':{},'read':1}                | /conversation
          {'type':'mark','conversation':'@A','read':1,'private':1}  | /private
          {'type':'typing','on':true}                               | /conversation
          {'type':'typing','conversation':'@A'}                     | /on
          {'type':'typing','conversation':'@A','on':'true'}         | /on
          {'type':'typing','conversation':'@A','on':1}              | /on
          {'type':'presence'}                                       | /state
          {'type':'presence','state':'ACTIVE'}                      | /state
          {'type':'focus'}                                          | /open
          {'type':'focus','open':'@A'}                              | /open
          {'type':'focus','open':['A']}                             | /open
          {'type':'focus','open':[],'people':[]}                    | /people
          {'type':'focus','open':[],'people':{'A':[]}}              | /people
          {'type':'focus','open':[],'people':{'@A':[7]}}            | /people/@A
          {'type':'send','cid':'@A','conversation':'@B','body':''}  | /id
          {'type':'send','id':'','cid':'@A','conversation':'@B','body':'x'}   | /id
          {'type':'send','id':7,'cid':'@A','conversation':'@B','body':'x'}    | /id
          {'type':'send','id':'1','cid':'A','conversation':'@B','body':'x'}   | /cid
          {'type':'send','id':'1','cid':'@A','conversation':'@B'}             | /body
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':{}}   | /body
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','expiresIn':'9'} | /expiresIn
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','expiresIn':9.5} | /expiresIn
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','expiresIn':99999999999} | /expiresIn
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','notify':'some'} | /notify
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','notify':true}   | /notify
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','notify':{}}     | /notify
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','notify':['@A',7]} | /notify/1
          {'type':'send','id':'1','cid':'@A','conversation':'@B','body':'x','notify':['me']} | /notify/0
          {'type':'purge','id':'1','cid':'@A','conversation':'@B'}                     | /seqs
          {'type':'purge','id':'1','cid':'@A','conversation':'@B','seqs':7}            | /seqs
          {'type':'purge','id':'1','cid':'@A','conversation':'@B','seqs':{}}           | /seqs
          {'type':'purge','id':'1','cid':'@A','conversation':'@B','seqs':[1,'2']}      | /seqs/1
          {'type':'purge','id':'1','cid':'@A','conversation':'@B','seqs':[-1]}         | /seqs/0
          {'type':'purge','id':'1','cid':'@A','conversation':'@B','seqs':[1,null]}     | /seqs/1
          {'type':'fetch','id':'1','stream':'c/@A','limit':5}                 | ~~
          {'type':'fetch','id':'1','stream':'c/@A','after':1,'before':2,'limit':5} | ~~
          {'type':'fetch','id':'1','stream':'c/@A','after':1}                 | /limit
          {'type':'fetch','id':'1','stream':'c/@A','after':1,'limit':0}       | /limit
          {'type':'fetch','id':'1','stream':'c/@A','after':1,'limit':201}     | /limit
          {'type':'fetch','id':'1','stream':'c/@A','after':1,'limit':9999999999} | /limit
          {'type':'fetch','id':'1','stream':'q','after':1,'limit':9}          | /stream
          {'type':'hello','id':'1','device':'@A'}                             | /ticket
          {'type':'hello','id':'1','ticket':'a b','device':'@A'}              | /ticket
          {'type':'hello','id':'1','ticket':'t'}                              | /device
          {'type':'hello','id':'1','ticket':'t','device':'@A','window':0}     | /window
          {'type':'hello','id':'1','ticket':'t','device':'@A','window':999}   | /window
          {'type':'hello','id':'1','ticket':'t','device':'@A','generation':1} | /generation
          """)
  void whatBreaksABoundIsRefusedWithItsPlace(String text, String pointer) {
    String frame = text.replace("@A", A).replace("@B", B);
    RefusedFrame refused = catchThrowableOfType(RefusedFrame.class, () -> decode(frame));
    assertThat(refused).isNotNull();
    assertThat(refused.refusal().members().toString())
        .contains("pointer=" + (pointer == null ? "" : pointer.replace("@A", A)));
  }

  @Test
  void refusalNamesTheRequestWhenItCan() {
    assertThat(
            catchThrowableOfType(RefusedFrame.class, () -> decode("{'type':'fetch','id':'x7'}"))
                .re())
        .isEqualTo("x7");
    assertThat(
            catchThrowableOfType(RefusedFrame.class, () -> decode("{'type':'fetch','id':' '}"))
                .re())
        .isNull();
  }

  @Test
  void frameOverTheLimitIsBad() {
    String large = "{\"x\":\"" + "y".repeat(Limits.FRAME_BYTES) + "\"}";
    assertThatThrownBy(() -> FrameCodec.decode(large)).isInstanceOf(BadFrame.class);
  }

  @Property(tries = 2_000)
  void garbageIsOnlyEverRefused(@ForAll String text) {
    decodeOrRefuse(text);
  }

  @Property(tries = 5_000)
  void damagedFramesAreOnlyEverRefused(
      @ForAll @IntRange(max = 4) int which,
      @ForAll @IntRange(max = 120) int place,
      @ForAll char with) {
    String[] frames = {HELLO, SEND, FETCH, MARK, PURGE};
    StringBuilder frame = new StringBuilder(frames[which].replace('\'', '"'));
    frame.setCharAt(place % frame.length(), with);
    decodeOrRefuse(frame.toString());
  }

  @Test
  void aMessageMentionsFiftyPeopleAtMost() throws Exception {
    String fifty = ("'" + A + "',").repeat(50);
    String notify = SEND.replace("'body'", "'notify':[" + fifty + "'" + A + "'],'body'");
    assertThat(catchThrowableOfType(RefusedFrame.class, () -> decode(notify)).refusal())
        .hasMessageContaining("at most 50");
    assertThat(decode(notify.replace(",'" + A + "']", "]"))).isInstanceOf(ClientFrame.Send.class);
  }

  private static ClientFrame.Send sent(@Nullable Duration expiresIn, Attention attention) {
    return new ClientFrame.Send(
        "2", ID_A, new ConversationId(ID_B), null, "hi", expiresIn, attention, List.of());
  }

  private static void decodeOrRefuse(String text) {
    try {
      assertThat(FrameCodec.decode(text)).isNotNull();
    } catch (BadFrame | RefusedFrame expected) {
      assertThat(expected).isNotNull();
    }
  }

  private static ClientFrame decode(String text) throws BadFrame, RefusedFrame {
    return FrameCodec.decode(text.replace('\'', '"'));
  }
}
