package chat.parley.identity.boundary;

import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.ExportTable;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.TooManyRequests;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Who may have his data now. */
@Stateless
public class ExportTransactions {

  @EJB private CredentialTransactions proofs;
  @Inject private ExportTable exports;
  @Inject private Clock clock;

  /**
   * Counts one more.
   *
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   * @throws TooManyRequests when there were {@link Limits#EXPORTS_OF_A_DAY} today
   */
  public void begin(AccountId account, SessionId session) {
    proofs.requireFresh(new Caller(account, session));
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (exports.count(account, today) > Limits.EXPORTS_OF_A_DAY) {
      Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      throw new TooManyRequests(
          "You have downloaded your data several times today. Come back tomorrow.",
          Duration.between(now, tomorrow));
    }
  }
}
