package chat.parley.sabotage;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.util.Map;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * The agent that an instance under sabotage is started with. Weaves calls of {@link Sabotage} into
 * single methods of the product; as long as no defect is ordered they change nothing.
 */
public final class SabotageAgent {

  private static final Map<String, Map<String, Class<?>>> PLACES =
      Map.of(
          "chat.parley.platform.control.PlatformBeans",
          Map.of("clock", ClockMoves.class),
          "chat.parley.journal.control.GroupCommit",
          Map.of("connect", ConnectionIsOurs.class),
          "chat.parley.journal.control.LogWriter",
          Map.of("write", BatchIsWritten.class),
          "chat.parley.journal.control.Log",
          Map.of("before", PageIsOld.class),
          "chat.parley.realtime.control.Delivery",
          Map.of("begin", ResumesElsewhere.class),
          "chat.parley.realtime.control.NewsPublisher",
          Map.of("publish", NothingIsPublished.class),
          "chat.parley.realtime.boundary.Fanout",
          Map.of("sweep", NothingIsSwept.class),
          "chat.parley.realtime.boundary.FanoutListener",
          Map.of("onMessage", NothingIsHeard.class),
          "chat.parley.realtime.boundary.History",
          Map.of("readable", EverybodyMayRead.class));

  private SabotageAgent() {}

  public static void premain(String orders, Instrumentation instrumentation) {
    Sabotage.begin(orders, System.getenv().getOrDefault("PARLEY_INSTANCE", ""));
    AgentBuilder builder =
        new AgentBuilder.Default()
            .disableClassFormatChanges()
            .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
    for (Map.Entry<String, Map<String, Class<?>>> place : PLACES.entrySet()) {
      for (Map.Entry<String, Class<?>> method : place.getValue().entrySet()) {
        builder =
            builder
                .type(named(place.getKey()))
                .transform(
                    (type, description, loader, module, domain) ->
                        type.visit(Advice.to(method.getValue()).on(named(method.getKey()))));
      }
    }
    builder.installOn(instrumentation);
  }

  /** The clock is one that can be moved. */
  static final class ClockMoves {
    private ClockMoves() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Clock clock) {
      clock = Sabotage.clock(clock);
    }
  }

  /** The writer's connection commits when we want. */
  static final class ConnectionIsOurs {
    private ConnectionIsOurs() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.This Object writer,
        @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object connection) {
      connection = Sabotage.connection(connection, writer);
    }
  }

  /** What was written is remembered until it is committed. */
  static final class BatchIsWritten {
    private BatchIsWritten() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return Object batch) {
      Sabotage.wrote(batch);
    }
  }

  /** A page of the log is not the newest. */
  static final class PageIsOld {
    private PageIsOld() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) Object stream,
        @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object page) {
      page = Sabotage.page(page, stream);
    }
  }

  /** A stream begins where it is, and not where the client is. */
  static final class ResumesElsewhere {
    private ResumesElsewhere() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(value = 1, readOnly = false) long after, @Advice.Argument(3) long head) {
      after = Sabotage.resumeAt(after, head);
    }
  }

  /** News is lost before it reaches the broker. */
  static final class NothingIsPublished {
    private NothingIsPublished() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
      return Sabotage.on("NO_OUTBOX");
    }
  }

  /** Nothing heals what was lost. */
  static final class NothingIsSwept {
    private NothingIsSwept() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
      return Sabotage.on("NO_OUTBOX") || Sabotage.on("JMS_ACKNOWLEDGED_BEFORE_THE_EFFECT");
    }
  }

  /** News is taken from the broker and lost. */
  static final class NothingIsHeard {
    private NothingIsHeard() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
      return Sabotage.on("JMS_ACKNOWLEDGED_BEFORE_THE_EFFECT");
    }
  }

  /** Nobody asks whether the reader is a member. */
  static final class EverybodyMayRead {
    private EverybodyMayRead() {}

    @Advice.OnMethodExit(onThrowable = RuntimeException.class)
    static void exit(
        @Advice.Origin Class<?> history,
        @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object readable,
        @Advice.Thrown(readOnly = false) Throwable refusal) {
      if (Sabotage.on("READ_OUTSIDE_MEMBERSHIP")) {
        readable = Sabotage.everything(history);
        refusal = null;
      }
    }
  }
}
