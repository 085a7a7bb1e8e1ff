package chat.parley.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on one machine, as real processes. {@link Builder#start()} returns when every
 * part answers; {@link #close} leaves none behind. One system at a time lives in one home.
 */
public final class ParleySystem implements AutoCloseable {
  /** Unpacked programs, a database and its journal, logs. */
  private static final long BYTES_NEEDED = 1L << 30;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Writing the archive of classes takes longer than an end. */
  private static final Duration PATIENCE_FOR_LEARNING = Duration.ofSeconds(90);

  private final Layout layout;
  private final Ports ports;
  private final Secrets secrets;
  private final Progress progress;
  private final List<String> jvmOptions;
  private final boolean learning;
  private final boolean withInstances;
  private final RunState state;
  private final @Nullable FileChannel lockFile;
  private final Map<String, ChildProcess> children = new ConcurrentHashMap<>();
  private final CompletableFuture<String> trouble = new CompletableFuture<>();
  private final Thread hook = new Thread(this::stopEverything, "stop");
  private final ReadWriteLock starts = new ReentrantReadWriteLock();
  private volatile boolean closing;

  private ParleySystem(
      Builder builder, Secrets secrets, RunState state, @Nullable FileChannel lockFile) {
    this.layout = builder.layout();
    this.ports = builder.ports;
    this.progress = builder.progress;
    this.jvmOptions = builder.jvmOptions;
    this.learning = builder.learning;
    this.withInstances = builder.withInstances;
    this.secrets = secrets;
    this.state = state;
    this.lockFile = lockFile;
  }

  /** A system from the builds of this project; by default with one instance on the usual ports. */
  public static Builder of(Path project) {
    return new Builder(project);
  }

  /** How the system is to be. */
  public static final class Builder {
    private final Path project;
    private Path home;
    private Ports ports = Ports.usual(1);
    private Progress progress = Progress.SILENT;
    private List<String> jvmOptions =
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=384m");
    private boolean learning;
    private boolean withInstances = true;

    private Builder(Path project) {
      this.project = project;
      this.home = project.resolve(".parley");
    }

    /** The folder for data, keys, logs and state. */
    public Builder home(Path folder) {
      this.home = folder;
      return this;
    }

    public Builder ports(Ports wanted) {
      this.ports = wanted;
      return this;
    }

    public Builder progress(Progress listener) {
      this.progress = listener;
      return this;
    }

    /** The options of the application servers' JVMs, instead of the usual ones. */
    public Builder jvmOptions(List<String> options) {
      this.jvmOptions = List.copyOf(options);
      return this;
    }

    /**
     * Whether the first instance writes the archive of classes at its end, if there is none yet.
     */
    public Builder learning(boolean wanted) {
      this.learning = wanted;
      return this;
    }

    /**
     * Starts only what the instances lean on; for who runs the application in a server of his own,
     * with {@link ParleySystem#settings}.
     */
    public Builder withoutInstances() {
      this.withInstances = false;
      return this;
    }

    Layout layout() {
      return new Layout(project, home);
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws LaunchFailure when it can't; nothing is left running then
     */
    public ParleySystem start() {
      Layout layout = layout();
      layout.create();
      FileChannel lockFile = lock(layout);
      try {
        RunState last = RunState.read(layout.state());
        Orphans.end(last, layout);
        requireSpace(layout);
        ports.requireFree();
        RunState state = RunState.fresh(layout.state());
        state.put(RunState.LAUNCHER, ProcessHandle.current());
        ParleySystem system = new ParleySystem(this, Secrets.of(layout), state, lockFile);
        system.startEverything();
        return system;
      } catch (RuntimeException failed) {
        release(lockFile);
        throw failed;
      }
    }
  }

  /** The web app, one address for each instance. */
  public List<URI> urls() {
    return ports.web().stream().map(port -> URI.create("http://localhost:" + port)).toList();
  }

  /** The web app over TLS, one address for each instance that speaks it itself. */
  public List<URI> tlsUrls() {
    return ports.tls().stream().map(port -> URI.create("https://localhost:" + port)).toList();
  }

  public URI mailPage() {
    return URI.create("http://localhost:" + ports.mailPage());
  }

  public Ports ports() {
    return ports;
  }

  public Layout layout() {
    return layout;
  }

  public Secrets secrets() {
    return secrets;
  }

  /** JDBC address of the database; its user is {@code parley}. */
  public String databaseUrl() {
    return Postgres.url(ports.database());
  }

  public String brokerUrl() {
    return Broker.url(ports.broker());
  }

  public String chainUrl() {
    return "http://127.0.0.1:" + ports.chain();
  }

  /**
   * What an instance must be told, by the names of environment variables.
   *
   * @param instance from 1
   */
  public Map<String, String> settings(int instance) {
    return new Instance(layout, secrets, ports, jvmOptions, false, instance).environment();
  }

  /** Completes with one sentence when a process ends that nobody asked to end. */
  public CompletableFuture<String> trouble() {
    return trouble.copy();
  }

  /** The process of a part ({@code postgres}, {@code broker}, {@code parley-1}...). */
  public ProcessHandle process(String name) {
    ChildProcess child = children.get(name);
    if (child == null) {
      throw new IllegalArgumentException("Not running: " + name);
    }
    return child.handle();
  }

  /** Ends one instance as an operator would; the others go on. */
  public void stopInstance(int number) {
    requireInstance(number).ifPresent(child -> child.stop("TERM", PATIENCE));
    forget(Instance.name(number));
  }

  /** Ends one instance without warning, as a crash would. */
  public void killInstance(int number) {
    requireInstance(number).ifPresent(ChildProcess::kill);
    forget(Instance.name(number));
  }

  /** Starts an instance that was stopped, and waits until it answers. */
  public void startInstance(int number) {
    if (requireInstance(number).isPresent()) {
      throw new LaunchFailure("Instance " + number + " runs already.");
    }
    Instance instance = new Instance(layout, secrets, ports, jvmOptions, false, number);
    launch(instance::start, instance::awaitReady);
  }

  /** Ends the broker without warning, as a crash would. */
  public void killBroker() {
    ChildProcess broker = children.get(Broker.NAME);
    if (broker != null) {
      broker.kill();
      forget(Broker.NAME);
    }
  }

  /** Starts the broker again where it was, and waits until it answers. */
  public void startBroker() {
    if (children.containsKey(Broker.NAME)) {
      throw new LaunchFailure("The broker runs already.");
    }
    Broker broker = new Broker(layout, secrets, ports.broker());
    launch(broker::start, broker::awaitReady);
  }

  /** Ends the database without warning, as a crash would, with all its sessions. */
  public void killDatabase() {
    ChildProcess postgres = children.get(Postgres.NAME);
    if (postgres != null) {
      List<ProcessHandle> sessions = postgres.handle().descendants().toList();
      postgres.kill();
      // They end when they notice; as long as one lives, no other database starts on the data.
      sessions.forEach(session -> Signals.end(session, "QUIT", PATIENCE));
      forget(Postgres.NAME);
    }
  }

  /** Starts the database again on its data, and waits until it answers. */
  public void startDatabase() {
    if (children.containsKey(Postgres.NAME)) {
      throw new LaunchFailure("The database runs already.");
    }
    Postgres postgres = new Postgres(layout, secrets, ports.database());
    launch(postgres::start, postgres::awaitReady);
  }

  /** Ends the mail catcher without warning, and with it the mail it has caught. */
  public void killMail() {
    ChildProcess mail = children.get(MailCatcher.NAME);
    if (mail != null) {
      mail.kill();
      forget(MailCatcher.NAME);
    }
  }

  /** Starts the mail catcher again where it was, and waits until it answers. */
  public void startMail() {
    if (children.containsKey(MailCatcher.NAME)) {
      throw new LaunchFailure("The mail catcher runs already.");
    }
    MailCatcher mail = new MailCatcher(layout, ports.smtp(), ports.mailPage());
    launch(mail::start, mail::awaitReady);
  }

  /** Ends the development chain without warning; it forgets what it has not written by then. */
  public void killChain() {
    ChildProcess chain = children.get(Chain.NAME);
    if (chain != null) {
      chain.kill();
      forget(Chain.NAME);
    }
  }

  /** Starts the development chain again where it was, and waits until it answers. */
  public void startChain() {
    if (children.containsKey(Chain.NAME)) {
      throw new LaunchFailure("The development chain runs already.");
    }
    Chain chain = new Chain(layout, ports.chain());
    launch(chain::start, chain::awaitReady);
  }

  /** Stops everything. Safe to call twice. */
  @Override
  public void close() {
    stopEverything();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook itself is what runs: nothing to take away.
      return;
    }
  }

  private void startEverything() {
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      List<CompletableFuture<Void>> parts = new ArrayList<>();
      Postgres postgres = new Postgres(layout, secrets, ports.database());
      Broker broker = new Broker(layout, secrets, ports.broker());
      Chain chain = new Chain(layout, ports.chain());
      MailCatcher mail = new MailCatcher(layout, ports.smtp(), ports.mailPage());
      rotateLogs();
      // The instances wait for the database themselves, and the adapter for the broker: all at
      // once.
      parts.add(inBackground("postgres", () -> launch(postgres::start, postgres::awaitReady)));
      for (int number = 1; withInstances && number <= ports.web().size(); number++) {
        Instance instance =
            new Instance(layout, secrets, ports, jvmOptions, learning && number == 1, number);
        parts.add(
            inBackground(
                Instance.name(number), () -> launch(instance::start, instance::awaitReady)));
      }
      parts.add(inBackground("broker", () -> launch(broker::start, broker::awaitReady)));
      parts.add(inBackground("chain", () -> launch(chain::start, chain::awaitReady)));
      parts.add(inBackground("mail", () -> launch(mail::start, mail::awaitReady)));
      awaitAll(parts);
      state.fact("urls", String.join(" ", urls().stream().map(URI::toString).toList()));
      state.fact("mail", mailPage().toString());
      state.fact("ready", Instant.now().toString());
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void rotateLogs() {
    List<String> names =
        new ArrayList<>(List.of(Postgres.NAME, Broker.NAME, Chain.NAME, MailCatcher.NAME));
    for (int number = 1; number <= ports.web().size(); number++) {
      names.add(Instance.name(number));
    }
    names.forEach(name -> ChildProcess.rotate(layout.log(name)));
  }

  /** The first failure, of a start or of a process that had started, ends the wait. */
  private void awaitAll(List<CompletableFuture<Void>> parts) {
    CompletableFuture<?> failed =
        trouble.thenAccept(
            sentence -> {
              throw new LaunchFailure(sentence);
            });
    CompletableFuture<?> first =
        CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
    for (CompletableFuture<Void> start : parts) {
      // Ends with this one's failure, or never.
      CompletableFuture<?> failure = start.thenCompose(done -> new CompletableFuture<Void>());
      failed = CompletableFuture.anyOf(failed, failure);
    }
    try {
      CompletableFuture.anyOf(first, failed).join();
    } catch (CompletionException broken) {
      if (broken.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw broken;
    }
  }

  private static CompletableFuture<Void> inBackground(String name, Runnable work) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
                result.complete(null);
              } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
              }
            },
            "start-" + name);
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private void launch(Supplier<ChildProcess> start, Consumer<ChildProcess> awaitReady) {
    Instant begin = Instant.now();
    ChildProcess child;
    starts.readLock().lock();
    try {
      if (closing) {
        throw new LaunchFailure("The start was broken off.");
      }
      child = start.get();
      children.put(child.name(), child);
      if (closing) {
        child.kill();
        throw new LaunchFailure("The start was broken off.");
      }
      state.put(child.name(), child.handle());
    } finally {
      starts.readLock().unlock();
    }
    awaitReady.accept(child);
    watch(child);
    progress.ready(child.title(), Duration.between(begin, Instant.now()));
  }

  private void watch(ChildProcess child) {
    Thread watcher =
        new Thread(
            () -> {
              child.awaitEnd();
              if (!closing && !child.isStopping()) {
                trouble.complete(child.obituary());
              }
            },
            "watch-" + child.name());
    watcher.setDaemon(true);
    watcher.start();
  }

  private Optional<ChildProcess> requireInstance(int number) {
    if (number < 1 || number > ports.web().size()) {
      throw new LaunchFailure(
          "There is no instance %d: they are 1 to %d.".formatted(number, ports.web().size()));
    }
    return Optional.ofNullable(children.get(Instance.name(number)));
  }

  private void forget(String name) {
    children.remove(name);
    state.remove(name);
  }

  private synchronized void stopEverything() {
    if (closing) {
      return;
    }
    closing = true;
    // A process that is being started now must be known before all are ended. One that takes longer
    // ends itself.
    boolean allKnown = awaitStarts();
    try {
      stopChildren();
    } finally {
      if (allKnown) {
        starts.writeLock().unlock();
      }
    }
    state.delete();
    release(lockFile);
  }

  private boolean awaitStarts() {
    try {
      return starts.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** First those who use the others. */
  private void stopChildren() {
    Map<String, ChildProcess> rest = new LinkedHashMap<>(children);
    List<Runnable> instances = new ArrayList<>();
    for (int number = 1; number <= ports.web().size(); number++) {
      ChildProcess child = rest.remove(Instance.name(number));
      if (child != null) {
        boolean learns = learning && number == 1;
        Instance instance = new Instance(layout, secrets, ports, jvmOptions, learns, number);
        instances.add(
            () -> {
              if (child.stop("TERM", learns ? PATIENCE_FOR_LEARNING : PATIENCE)) {
                instance.keepWhatWasLearned();
              }
            });
      }
    }
    inParallel(instances);
    List<Runnable> others = new ArrayList<>();
    rest.forEach(
        (name, child) ->
            others.add(() -> child.stop(name.equals(Postgres.NAME) ? "INT" : "TERM", PATIENCE)));
    inParallel(others);
  }

  private static void inParallel(List<Runnable> work) {
    List<Thread> threads = work.stream().map(each -> new Thread(each, "stop-one")).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FileChannel lock(Layout layout) {
    try {
      FileChannel channel =
          FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held;
      try {
        held = channel.tryLock();
      } catch (OverlappingFileLockException inThisJvm) {
        held = null;
      }
      if (held == null) {
        channel.close();
        throw new LaunchFailure(
            "Parley already runs from %s: ./parley status shows it, ./parley down stops it."
                .formatted(layout.home()));
      }
      return channel;
    } catch (IOException refused) {
      throw new LaunchFailure("The file " + layout.lock() + " can't be locked.", refused);
    }
  }

  private static void release(@Nullable FileChannel lockFile) {
    if (lockFile != null) {
      try {
        lockFile.close();
      } catch (IOException lost) {
        throw new LaunchFailure("The lock can't be given back.", lost);
      }
    }
  }

  private static void requireSpace(Layout layout) {
    try {
      long free = Files.getFileStore(layout.home()).getUsableSpace();
      if (free < BYTES_NEEDED) {
        throw new LaunchFailure(
            "The disk is full: %d MB are free at %s, and Parley needs %d MB."
                .formatted(free >> 20, layout.home(), BYTES_NEEDED >> 20));
      }
    } catch (IOException unknown) {
      throw new LaunchFailure("The disk of " + layout.home() + " can't be read.", unknown);
    }
  }
}
