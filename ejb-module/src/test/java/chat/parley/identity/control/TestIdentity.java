package chat.parley.identity.control;

import chat.parley.platform.Secret;
import chat.parley.platform.Secrets;
import chat.parley.platform.ServerKeys;
import chat.parley.platform.TestDatabase;
import chat.parley.platform.TestEntities;
import chat.parley.platform.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.persistence.sessions.UnitOfWork;

/** Identity over a database of its own, with a clock that a test moves. */
final class TestIdentity implements AutoCloseable {

  static final IdentitySettings SETTINGS =
      new IdentitySettings(
          List.of("http://localhost:8080"),
          List.of("31337"),
          Duration.ofMinutes(30),
          Duration.ofDays(30),
          Duration.ofMinutes(10),
          "https://parley.chat",
          Optional.empty(),
          false,
          Duration.ofHours(24),
          Duration.ofDays(7));

  private static final SecureRandom RANDOM = new SecureRandom();

  private final TestEntities database = new TestEntities(TestDatabase.fresh());

  /** The time, until a test moves it. */
  volatile Instant now = Instant.parse("2026-11-21T03:00:00Z");

  /** What a transaction works with. */
  record Desk(
      AccountRecords accounts,
      SessionRecords sessions,
      RefreshTokens refreshTokens,
      OneTimeSecrets secrets) {}

  /** Made once: the JDK's tool takes its time. */
  static final class Keys {

    static final ServerKeys KEYS = make();

    private static ServerKeys make() {
      try {
        Path folder = Files.createTempDirectory("keys");
        Secret password = new Secret("only a test");
        return ServerKeys.load(TestKeys.create(folder, password), password);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  /** Works in a transaction of its own. */
  <T> T transaction(Function<Desk, T> work) {
    return database.transaction(
        entities -> {
          // Native queries that change rows belong to the transaction too.
          entities.unwrap(UnitOfWork.class).beginEarlyTransaction();
          return work.apply(
              new Desk(
                  new AccountRecords(
                      entities, (purpose, name) -> Secrets.hash(purpose + name), SETTINGS, clock()),
                  new SessionRecords(entities, SETTINGS, clock()),
                  new RefreshTokens(entities, Keys.KEYS, RANDOM, clock()),
                  new OneTimeSecrets(entities, RANDOM, clock())));
        });
  }

  @Override
  public void close() {
    database.close();
  }
}
