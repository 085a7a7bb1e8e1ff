package chat.parley.keys.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.keys.control.DeviceKeyTable;
import chat.parley.keys.control.GroupTable;
import chat.parley.keys.control.KeyPackageTable;
import chat.parley.platform.Limits;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** The sweep of keys, in one transaction. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class KeysSweep {

  @Inject private DeviceKeyTable keys;
  @Inject private KeyPackageTable packages;
  @Inject private GroupTable groups;
  @Inject private Clock clock;

  /**
   * Removes KeyPackages that have expired, keys of devices that are left with none, Welcomes that
   * are older than {@link Limits#WELCOME_KEPT} or wait for nobody, and groups that everybody has
   * left.
   *
   * @return how many rows
   */
  public int sweep() {
    Instant now = clock.instant();
    return packages.sweep(now) + keys.sweep() + groups.sweep(now.minus(Limits.WELCOME_KEPT));
  }
}
