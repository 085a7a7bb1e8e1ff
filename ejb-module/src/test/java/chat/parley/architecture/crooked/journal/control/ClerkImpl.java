package chat.parley.architecture.crooked.journal.control;

import chat.parley.architecture.crooked.journal.entity.Page;
import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Has an empty word for a name and every bad habit. */
@Stateless
public class ClerkImpl {

  public List<Page> pages() {
    return List.of();
  }

  @SuppressWarnings("JavaUtilDate")
  Date outdated() {
    return new Date();
  }

  Instant ownWatch() {
    return Instant.now();
  }

  UUID ownDice() {
    return UUID.randomUUID();
  }

  void nap() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(1);
  }

  void shout(IOException failure) {
    PrintStream street = System.out;
    failure.printStackTrace(street);
  }

  Thread ownWorker() {
    return new Thread(this::pages);
  }

  Response answer(JsonObject body) {
    return Response.ok(body).build();
  }
}
