package chat.parley.web.socket;

import chat.parley.identity.SessionEnd;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import chat.parley.web.json.StrictJson;
import chat.parley.web.json.Words;
import chat.parley.web.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes frames as JSON text. */
final class FrameWriter implements ServerFrame.Writer<String> {

  /** A JSON object in the making. */
  private static final class Json {

    private final StringBuilder text;

    Json(String type) {
      this(type, ServerFrame.SMALL_BYTES);
    }

    Json(String type, int bytes) {
      text = new StringBuilder(bytes);
      text.append("{\"type\":\"").append(type).append('"');
    }

    private StringBuilder member(String name) {
      return text.append(",\"").append(name).append("\":");
    }

    Json quoted(String name, @Nullable String value) {
      if (value != null) {
        EntryJson.quote(member(name), value);
      }
      return this;
    }

    Json id(String name, UUID value) {
      member(name).append('"').append(value).append('"');
      return this;
    }

    Json stream(StreamId value) {
      member("stream").append('"').append(value).append('"');
      return this;
    }

    Json time(String name, Instant value) {
      member(name).append('"').append(StrictJson.time(value)).append('"');
      return this;
    }

    Json number(String name, long value) {
      member(name).append(value);
      return this;
    }

    Json flag(String name, boolean value) {
      member(name).append(value);
      return this;
    }

    Json raw(String name, CharSequence value) {
      member(name).append(value);
      return this;
    }

    Json members(SharedEntry entry, DeviceId viewer) {
      EntryJson.appendMembers(text.append(','), entry, viewer);
      return this;
    }

    Json entries(List<SharedEntry> entries, DeviceId viewer) {
      EntryJson.append(member("entries").append('['), entries, viewer);
      text.append(']');
      return this;
    }

    String end() {
      return text.append('}').toString();
    }
  }

  @Override
  public String welcome(ServerFrame.Welcome frame) {
    StringBuilder heads = new StringBuilder("{");
    String separator = "\"";
    for (Map.Entry<StreamId, Long> head : frame.heads().entrySet()) {
      heads.append(separator).append(head.getKey()).append("\":").append(head.getValue());
      separator = ",\"";
    }
    String limits =
        "{\"frameBytes\":%d,\"bodyBytes\":%d,\"inFlight\":%d}"
            .formatted(Limits.FRAME_BYTES, Limits.MESSAGE_BODY_BYTES, Limits.SOCKET_IN_FLIGHT);
    return new Json("welcome")
        .quoted("re", frame.re())
        .id("connection", frame.connection())
        .id("generation", frame.generation())
        .time("at", frame.at())
        .raw("heads", heads.append('}'))
        .number("window", frame.window())
        .number("heartbeat", frame.heartbeat().toSeconds())
        .time("reauthBy", frame.reauthBy())
        .raw("limits", limits)
        .raw("lines", "true")
        .end();
  }

  @Override
  public String entries(ServerFrame.Entries frame) {
    if (frame.entries().size() == 1) {
      return new Json("entry", frame.weight())
          .members(frame.entries().get(0), frame.viewer())
          .end();
    }
    return new Json("entries", frame.weight())
        .stream(frame.entries().get(0).entry().stream())
            .entries(frame.entries(), frame.viewer())
            .end();
  }

  @Override
  public String live(ServerFrame.Live frame) {
    return new Json("live").stream(frame.stream()).number("seq", frame.seq()).end();
  }

  @Override
  public String gap(ServerFrame.Gap frame) {
    return new Json("gap")
        .stream(frame.stream())
            .number("from", frame.from())
            .number("to", frame.to())
            .quoted("why", Words.of(frame.why()))
            .end();
  }

  @Override
  public String marks(ServerFrame.Marks frame) {
    StringBuilder list = new StringBuilder("[");
    String separator = "";
    for (Watermark watermark : frame.list()) {
      list.append(separator)
          .append("{\"user\":\"")
          .append(watermark.account())
          .append("\",\"delivered\":")
          .append(watermark.delivered())
          .append(",\"read\":")
          .append(watermark.read())
          .append('}');
      separator = ",";
    }
    return new Json("marks")
        .id("conversation", frame.conversation().value())
        .raw("list", list.append(']'))
        .end();
  }

  @Override
  public String signal(ServerFrame.Signal frame) {
    Json json =
        new Json("signal")
            .quoted("kind", Words.of(frame.kind())).stream(frame.stream())
                .id("by", frame.by().value())
                .number("ttl", frame.ttl().toSeconds());
    PresenceState state = frame.state();
    return (state == null ? json : json.quoted("state", Words.of(state))).end();
  }

  @Override
  public String sent(ServerFrame.Sent frame) {
    Json json =
        new Json("ok")
            .quoted("re", frame.re()).id("cid", frame.cid()).stream(frame.stream())
                .number("seq", frame.seq())
                .time("at", frame.at());
    return (frame.dup() ? json.flag("dup", true) : json).end();
  }

  @Override
  public String fetched(ServerFrame.Fetched frame) {
    return new Json("ok", frame.weight())
        .quoted("re", frame.re())
        .entries(frame.entries(), frame.viewer())
        .flag("more", frame.more())
        .end();
  }

  @Override
  public String failed(ServerFrame.Failed frame) {
    ParleyException refusal = frame.problem();
    Problem problem =
        new Problem(
            refusal.type().uri(),
            refusal.type().title(),
            refusal.type().status(),
            refusal.detail(),
            URI.create("urn:uuid:" + frame.instance()),
            refusal.members());
    Json json =
        new Json("error")
            .quoted("re", frame.re())
            .raw("problem", StrictJson.writeText(problem))
            .quoted("retry", Words.of(refusal.type().retry()));
    return (refusal.members().get("afterMs") instanceof Number after
            ? json.number("afterMs", after.longValue())
            : json)
        .end();
  }

  @Override
  public String pong(ServerFrame.Pong frame) {
    return new Json("pong").number("n", frame.n()).time("at", frame.at()).end();
  }

  @Override
  public String bye(ServerFrame.Bye frame) {
    Json json =
        new Json("bye").number("code", frame.code().code()).flag("resume", frame.code().resume());
    Duration after = frame.after();
    if (after != null) {
      json.number("afterMs", after.toMillis());
    }
    SessionEnd ended = frame.ended();
    if (ended != null) {
      json.quoted("reason", Words.of(ended));
    }
    return json.quoted("why", frame.why()).end();
  }
}
