package chat.parley.web.rest.realtime;

import chat.parley.message.Watermark;
import chat.parley.platform.DeviceId;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SyncAnswer;
import chat.parley.web.json.Words;
import chat.parley.web.rest.conversation.ConversationJson;
import chat.parley.web.socket.EntryJson;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came after the cursors.
 *
 * @param entries a JSON array of entries, encoded as the socket encodes them
 */
@Schema(name = "Sync", description = "What came after the cursors.")
public record SyncJson(
    @Schema(description = "Names the log; send it back with the cursors.") UUID generation,
    Instant at,
    @Schema(description = "The newest entry of every stream that the caller can read.")
        Map<String, Long> heads,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = EntryJson.class,
            description = "In order of seq within each stream.")
        @JsonRawValue
        String entries,
    @Schema(description = "Honest holes: where a cursor stands before 'from' it jumps to 'to'.")
        List<Gap> gaps,
    @Schema(description = "Empty when they are as the client knows them.") List<Marks> marks,
    @Schema(description = "Send it back to be told of watermarks only when one has moved.")
        String marksVersion,
    @Schema(description = "Whether there is more already: ask again at once.") boolean more) {

  public SyncJson {
    heads = new TreeMap<>(heads);
    gaps = List.copyOf(gaps);
    marks = List.copyOf(marks);
  }

  /** An honest hole. */
  @Schema(name = "Gap", description = "An honest hole in a stream.")
  public record Gap(
      String stream,
      @Schema(minimum = "1") long from,
      @Schema(minimum = "1") long to,
      @Schema(enumeration = {"retention", "joined-later"}) String why) {

    static Gap of(ServerFrame.Gap gap) {
      return new Gap(gap.stream().toString(), gap.from(), gap.to(), Words.of(gap.why()));
    }
  }

  /** How far the members of a conversation have come. */
  @Schema(name = "Marks", description = "How far the members of a conversation have come.")
  public record Marks(UUID conversation, List<ConversationJson.Mark> list) {

    public Marks {
      list = List.copyOf(list);
    }

    static Marks of(ServerFrame.Marks marks) {
      return new Marks(
          marks.conversation().value(), marks.list().stream().map(Marks::mark).toList());
    }

    private static ConversationJson.Mark mark(Watermark mark) {
      return new ConversationJson.Mark(mark.account().value(), mark.delivered(), mark.read());
    }
  }

  static SyncJson of(SyncAnswer answer, DeviceId viewer) {
    Map<String, Long> heads = new TreeMap<>();
    answer.heads().forEach((stream, head) -> heads.put(stream.toString(), head));
    return new SyncJson(
        answer.generation(),
        answer.at(),
        heads,
        EntryJson.array(answer.entries(), viewer),
        answer.gaps().stream().map(Gap::of).toList(),
        answer.marks().stream().map(Marks::of).toList(),
        answer.marksVersion(),
        answer.more());
  }
}
