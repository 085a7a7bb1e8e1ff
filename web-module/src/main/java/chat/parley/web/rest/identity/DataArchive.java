package chat.parley.web.rest.identity;

import chat.parley.identity.DataFiles;
import chat.parley.media.Blob;
import chat.parley.web.json.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's data as a ZIP archive: one JSON file for each list, pictures as they are, and at the
 * end a text that says what each file is. It is written as it comes, a record at a time. An archive
 * that breaks off has no directory, which every program that opens it notices.
 */
final class DataArchive implements DataFiles {

  private static final byte[] COMMA = ",\n ".getBytes(StandardCharsets.US_ASCII);
  private static final ObjectMapper BODIES = new ObjectMapper();

  private final ZipOutputStream zip;
  private final Instant now;
  private final Map<String, String> contents = new LinkedHashMap<>();

  /** Writes to this stream, which stays open. */
  DataArchive(OutputStream out, Instant now) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.now = now;
  }

  @Override
  public void list(
      String name,
      String about,
      Iterable<? extends Map<String, ? extends @Nullable Object>> records) {
    try {
      begin(name + ".json", about);
      zip.write('[');
      boolean first = true;
      for (Map<String, ? extends @Nullable Object> record : records) {
        if (!first) {
          zip.write(COMMA);
        }
        first = false;
        zip.write(StrictJson.write(json(record)));
      }
      zip.write("]\n".getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void media(String name, String about, Blob blob) {
    try {
      begin(name + (blob.type().equals("image/png") ? ".png" : ".jpg"), about);
      zip.write(blob.bytes());
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(String file, String about) throws IOException {
    contents.put(file, about);
    ZipEntry entry = new ZipEntry(file);
    entry.setTime(now.toEpochMilli());
    zip.putNextEntry(entry);
  }

  private static Map<String, Object> json(Map<String, ? extends @Nullable Object> record) {
    Map<String, Object> values = new LinkedHashMap<>();
    record.forEach(
        (name, value) -> {
          if (value instanceof Instant time) {
            values.put(name, StrictJson.time(time));
          } else if (value instanceof Written written) {
            values.put(name, body(written.text()));
          } else if (value != null) {
            values.put(name, value);
          }
        });
    return values;
  }

  /** Bodies are opaque to the server: what is no JSON stays text. */
  private static Object body(String text) {
    try {
      return BODIES.readTree(text);
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /** Writes the text that says what is in it, and the directory. */
  void finish() throws IOException {
    StringBuilder text =
        new StringBuilder("Your data in Parley, as stored on ")
            .append(StrictJson.time(now))
            .append(
                ".\n\nTimes are in UTC. What is empty was left out. People are named by the ids of"
                    + " their accounts, and by\ntheir user names where you see those. Bodies of"
                    + " messages are as your device sent them; where one is\nmissing, it was deleted"
                    + " or has disappeared.\n\n");
    contents.forEach(
        (file, about) -> text.append(file).append("\n    ").append(about).append("\n\n"));
    text.append(
        "Not in it: passwords, keys and tokens, of which the server keeps hashes or what nobody may"
            + " copy; what others\nwrote, which is theirs and which you have in Parley; and what is"
            + " kept for minutes only.\n");
    begin("README.txt", "");
    zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }
}
