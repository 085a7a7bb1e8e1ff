package chat.parley.identity.control;

import chat.parley.mail.EmailAddress;
import chat.parley.platform.AccountId;
import chat.parley.sealing.BlindIndex;
import chat.parley.sealing.PersonalSealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** How addresses stand in the database: sealed for their row, and findable by a keyed hash. */
@ApplicationScoped
public class EmailSeals {

  private static final String PURPOSE = "account-email";

  @Inject private PersonalSealer sealer;
  @Inject private BlindIndex index;

  /** Where a sealed address stands; it opens nowhere else. */
  public enum Place {
    VERIFIED("account_email/sealed/"),
    WAITING("account_email_waiting/sealed/");

    private final String name;

    Place(String name) {
      this.name = name;
    }

    private byte[] of(AccountId account) {
      return (name + account).getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** The address, sealed for the row of this account. */
  public byte[] seal(Place place, AccountId account, EmailAddress address) {
    return sealer.seal(
        account, address.value().getBytes(StandardCharsets.US_ASCII), place.of(account));
  }

  /** Opens what {@link #seal} made for the same row. */
  public EmailAddress open(Place place, AccountId account, byte[] sealed) {
    return new EmailAddress(
        new String(sealer.unseal(account, sealed, place.of(account)), StandardCharsets.US_ASCII));
  }

  /** By what an address is found. */
  public byte[] index(EmailAddress address) {
    return index.of(PURPOSE, address.canonical());
  }
}
