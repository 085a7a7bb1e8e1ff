package chat.parley.architecture;

import java.util.List;

/**
 * Something from outside with the places that may touch it, so that it can be exchanged there.
 *
 * @param name what people call it
 * @param packages its packages, as ArchUnit writes them
 * @param homes the places that may use it, as ArchUnit writes them below the root
 */
record Library(String name, List<String> packages, List<String> homes) {

  private static final String ANY_ENTITY = "*.entity";
  private static final String ANY_CONTROL = "*.control";
  private static final String ANY_BOUNDARY = "*.boundary";

  static final List<Library> ALL =
      List.of(
          library("web3j", "org.web3j..").in("ethereum.control"),
          library("AWS SDK", "software.amazon.awssdk..")
              .in("media.control", "sealing.control", "mail.control"),
          library("Decoders of pictures", "javax.imageio..", "java.awt..").in("media.control"),
          library("Jakarta Mail", "jakarta.mail..").in("mail.control"),
          library("Jakarta REST", "jakarta.ws.rs..").in("web"),
          library("Jakarta WebSocket", "jakarta.websocket..").in("web"),
          library("Tyrus", "org.glassfish.tyrus..").in("web.socket"),
          library("Jakarta Servlet", "jakarta.servlet..").in("web"),
          library("MicroProfile OpenAPI", "org.eclipse.microprofile.openapi..").in("web"),
          library("MicroProfile JWT", "org.eclipse.microprofile.jwt..").in("web"),
          library(
                  "JSON",
                  "jakarta.json..",
                  "com.fasterxml.jackson..",
                  "com.google.gson..",
                  "org.eclipse.yasson..")
              .in("web", "ethereum.control", "sealing.control"),
          library("jose4j", "org.jose4j..").in("identity.control"),
          library("Bucket4j", "io.github.bucket4j..").in("quota.control"),
          library("WebAuthn4J", "com.webauthn4j..").in("identity.control"),
          library("Bouncy Castle", "org.bouncycastle..")
              .in("ethereum.control", "identity.control", "keys.control"),
          library("Web push", "com.zerodeplibs..").in("notification.control"),
          library("Flyway", "org.flywaydb..").in("platform.control"),
          library("PostgreSQL driver", "org.postgresql..")
              .in("platform.control", "journal.control"),
          library("Logging", "java.util.logging..", "org.slf4j..").in("platform"),
          library("MicroProfile Config", "org.eclipse.microprofile.config..").in(ANY_CONTROL),
          library("uuid-creator", "com.github.f4b6a3..").in("platform"),
          library("Caffeine", "com.github.benmanes.caffeine..").in(ANY_CONTROL),
          library("JPA", "jakarta.persistence..").in(ANY_ENTITY, ANY_CONTROL, ANY_BOUNDARY),
          library("JDBC", "java.sql..", "javax.sql..")
              .in(ANY_CONTROL, "platform.boundary", "notification.boundary", "journal"),
          library("Artemis", "org.apache.activemq..", "org.apache.artemis..").in("jms"),
          library("JMS", "jakarta.jms..").in(ANY_CONTROL, ANY_BOUNDARY, "jms"));

  private static Library library(String name, String... packages) {
    return new Library(name, List.of(packages), List.of());
  }

  private Library in(String... places) {
    return new Library(name, packages, List.of(places));
  }
}
