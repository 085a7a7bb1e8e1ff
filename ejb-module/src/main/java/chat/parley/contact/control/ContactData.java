package chat.parley.contact.control;

import chat.parley.contact.Standing;
import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.Secret;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to talk and invite codes, as data of their owner. */
@ApplicationScoped
public class ContactData implements PersonalData {

  private static final String NAMES =
      "SELECT a.id, a.username FROM contact_request r JOIN account a ON a.id IN (r.low, r.high)"
          + " WHERE r.low = ? OR r.high = ?";

  private static final String FORGET =
      "WITH r AS (DELETE FROM contact_request WHERE low = ? OR high = ?),"
          + " s AS (DELETE FROM contact_request_sent WHERE sender = ? OR recipient = ?)"
          + " DELETE FROM contact_code WHERE account = ?";

  @Inject private AccountRows rows;
  @Inject private CodeTable codes;
  @Inject private RequestTable requests;
  @Inject private Clock clock;

  @Override
  public String feature() {
    return "contact";
  }

  @Override
  public Set<String> tables() {
    return Set.of("contact_request", "contact_request_sent", "contact_code");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "requests",
        "Whom you have asked to talk, and who has asked you, with what was written.",
        requests(account));
    files.list(
        "contact-code",
        "The invite code with which others become your contacts.",
        codes.of(account).map(Secret::value).stream().map(code -> Map.of("code", code)).toList());
  }

  /** As the person sees them: that somebody ignores him he does not learn here either. */
  private List<Map<String, @Nullable Object>> requests(AccountId account) {
    Map<String, @Nullable Object> names = new HashMap<>();
    rows.read(account, database -> database.prepareStatement(NAMES))
        .forEach(row -> names.put(String.valueOf(row.get("id")), row.get("username")));
    Instant now = clock.instant();
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Pair pair : requests.of(account)) {
      Standing standing = pair.standing(account, now);
      if (standing != Standing.NONE) {
        String person = pair.otherThan(account).toString();
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("person", person);
        record.put("username", names.get(person));
        record.put("standing", standing.name().toLowerCase(Locale.ROOT));
        record.put("asked_at", pair.askedAt());
        record.put("note", pair.note());
        all.add(record);
      }
    }
    return all;
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
