package chat.parley.torture.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A history in a file that grows while it happens: one JSON object a line, the first of which says
 * whose it is.
 */
public final class HistoryFile implements History, AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final Path file;
  private final String client;
  private final String account;
  private final BufferedWriter out;

  private HistoryFile(Path file, String client, String account, BufferedWriter out) {
    this.file = file;
    this.client = client;
    this.account = account;
    this.out = out;
  }

  /** A new file {@code <client>.jsonl}. */
  public static HistoryFile create(Path folder, String client, String account) {
    Path file = folder.resolve(client + ".jsonl");
    try {
      Files.createDirectories(folder);
      BufferedWriter out = Files.newBufferedWriter(file);
      JSON.writeValue(out, Map.of("client", client, "account", account));
      out.write('\n');
      return new HistoryFile(file, client, account, out);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Adds what happened; events of one client come from several threads. */
  public synchronized void add(Event event) {
    try {
      JSON.writeValue(out, event);
      out.write('\n');
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public String client() {
    return client;
  }

  @Override
  public String account() {
    return account;
  }

  @Override
  public void forEach(Consumer<Event> reader) {
    flush();
    try (BufferedReader in = Files.newBufferedReader(file);
        Stream<String> lines = in.lines()) {
      lines.skip(1).forEach(line -> reader.accept(event(line)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Event event(String line) {
    try {
      return JSON.readValue(line, Event.class);
    } catch (IOException notOurs) {
      throw new UncheckedIOException(notOurs);
    }
  }

  /** A history of an earlier run. */
  public static History read(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      JsonNode whose = JSON.readTree(in.readLine());
      return new HistoryFile(
          file,
          whose.path("client").asText(),
          whose.path("account").asText(),
          new BufferedWriter(java.io.Writer.nullWriter()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private synchronized void flush() {
    try {
      out.flush();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
