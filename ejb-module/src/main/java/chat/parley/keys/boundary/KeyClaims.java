package chat.parley.keys.boundary;

import chat.parley.keys.ClaimedKeyPackage;
import chat.parley.keys.control.KeyPackageTable;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The transaction of a claim; what was counted before it stays counted. */
@Stateless
public class KeyClaims {

  @Inject private KeyPackageTable packages;
  @Inject private Clock clock;

  /** Takes a KeyPackage for every device of these people that has any, but for this device. */
  public List<ClaimedKeyPackage> take(Set<AccountId> people, DeviceId but) {
    return packages.claim(people, but, clock.instant());
  }
}
