package chat.parley.identity;

import java.time.Instant;

/** Somebody whom a person has blocked, and since when. */
public record BlockedPerson(AccountView person, Instant since) {}
