package chat.parley.identity.boundary;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.identity.SessionId;
import chat.parley.platform.AccountId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;

/** Everything that is stored of a person, for this person. */
@ApplicationScoped
public class Exports {

  @EJB private ExportTransactions transactions;
  @Inject @Any private Instance<PersonalData> features;

  /**
   * Lets somebody have his data, and counts it.
   *
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   * @throws chat.parley.platform.TooManyRequests when he had them often today
   */
  public void begin(AccountId account, SessionId session) {
    transactions.begin(account, session);
  }

  /**
   * Writes all of it, as it is while it is read.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void write(AccountId account, DataFiles files) {
    features.stream()
        .sorted(Comparator.comparing(PersonalData::feature))
        .forEach(feature -> feature.export(account, files));
  }
}
