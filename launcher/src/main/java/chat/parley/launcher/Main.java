package chat.parley.launcher;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The commands behind the script {@code parley} that need a JVM. */
public final class Main {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int NOT_RUNNING = 3;

  /** Functional tests start in half the time without the optimising compiler. */
  private static final List<String> FAST_START =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Console console;

  private Main(Console console) {
    this.console = console;
  }

  public static void main(String[] args) {
    Main main = new Main(new Console(System.out, System.err));
    int status = main.run(List.of(args));
    System.exit(status);
  }

  private int run(List<String> line) {
    try {
      Arguments arguments = Arguments.parse(line);
      return switch (arguments.command()) {
        case "up" -> up(arguments);
        case "down" -> down(arguments);
        case "status" -> status(arguments);
        case "reset" -> reset(arguments);
        default ->
            throw new LaunchFailure(
                "I don't know the command " + arguments.command() + ": see ./parley help.");
      };
    } catch (LaunchFailure failure) {
      console.complain(failure.sentence());
      return FAILED;
    }
  }

  private int up(Arguments arguments) {
    Instant begin = Instant.now();
    ParleySystem.Builder builder =
        ParleySystem.of(arguments.project())
            .home(arguments.home())
            .ports(arguments.ports())
            .learning(true)
            .progress(
                (part, took) -> console.say("  %-24s ready after %5.1f s", part, seconds(took)));
    if (arguments.fast()) {
      builder.jvmOptions(FAST_START);
    }
    console.say("Starting Parley (logs: %s)", arguments.layout().logs());
    try (ParleySystem system = builder.start()) {
      console.say("");
      console.say("Parley is ready after %.1f s.", seconds(Duration.between(begin, Instant.now())));
      console.say("");
      List<URI> urls = system.urls();
      for (int i = 0; i < urls.size(); i++) {
        console.say("  %-14s%s", i == 0 ? "Web app" : "", urls.get(i));
      }
      console.say("  %-14s%s", "Mail catcher", system.mailPage());
      console.say("  %-14s%s", "Logs", system.layout().logs());
      console.say("");
      console.say("Stop it with Ctrl-C here, or ./parley down anywhere.");
      try {
        console.complain(system.trouble().join());
      } catch (CompletionException impossible) {
        throw new LaunchFailure("The launcher failed: " + impossible.getMessage(), impossible);
      }
      return FAILED;
    }
  }

  private int down(Arguments arguments) {
    RunState state = RunState.read(arguments.layout().state());
    Optional<ProcessHandle> launcher = state.launcher();
    if (launcher.isPresent()) {
      // It stops its children itself; writing the archive of classes may take a minute.
      launcher.get().destroy();
      if (!Signals.isGoneWithin(launcher.get(), Duration.ofMinutes(2))) {
        launcher.get().destroyForcibly();
      }
    }
    int orphans = Orphans.end(RunState.read(arguments.layout().state()), arguments.layout());
    state.delete();
    if (launcher.isPresent()) {
      console.say("Parley has stopped.");
    } else if (orphans > 0) {
      console.say("Parley's launcher was gone; %d processes it left have been stopped.", orphans);
    } else {
      console.say("Parley is not running.");
    }
    return OK;
  }

  private int status(Arguments arguments) {
    RunState state = RunState.read(arguments.layout().state());
    Optional<ProcessHandle> launcher = state.launcher();
    if (launcher.isEmpty()) {
      long left =
          state.children().values().stream().filter(each -> each.alive().isPresent()).count();
      console.say(
          left == 0
              ? "Parley is not running."
              : "Parley is not running, but " + left + " of its processes are: ./parley down.");
      return NOT_RUNNING;
    }
    boolean ready = state.fact("ready").isPresent();
    console.say(ready ? "Parley is running." : "Parley is starting.");
    state
        .children()
        .forEach(
            (name, identity) ->
                console.say(
                    "  %-12s process %-8d %s",
                    name, identity.pid(), identity.alive().isPresent() ? "running" : "ENDED"));
    state.fact("urls").ifPresent(urls -> console.say("  %-12s %s", "Web app", urls));
    state.fact("mail").ifPresent(mail -> console.say("  %-12s %s", "Mail", mail));
    console.say("  %-12s %s", "Logs", arguments.layout().logs());
    return ready ? OK : NOT_RUNNING;
  }

  /** The script has asked already. */
  private int reset(Arguments arguments) {
    Layout layout = arguments.layout();
    RunState state = RunState.read(layout.state());
    if (state.launcher().isPresent()) {
      throw new LaunchFailure("Parley is running: stop it first with ./parley down.");
    }
    Orphans.end(state, layout);
    for (String folder : List.of("data", "keys", "logs", "run")) {
      Layout.deleteTree(layout.home().resolve(folder));
    }
    console.say("All data, keys and logs in %s are gone.", layout.home());
    return OK;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
