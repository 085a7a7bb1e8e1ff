package chat.parley.identity.entity;

import chat.parley.ethereum.Address;
import chat.parley.platform.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A wallet that signs an account in. */
@Entity
@Table(name = "wallet_credential")
public class WalletCredential {

  @Id
  @Column(name = "address")
  private String address;

  @Column(name = "account_id")
  private UUID account;

  @Column(name = "created_at")
  private Instant createdAt;

  /** A wallet that proved itself. */
  public WalletCredential(Address address, AccountId account, Instant now) {
    this.address = address.value();
    this.account = account.value();
    this.createdAt = now;
  }

  /** For the persistence provider. */
  protected WalletCredential() {}

  public Address address() {
    return new Address(address);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
