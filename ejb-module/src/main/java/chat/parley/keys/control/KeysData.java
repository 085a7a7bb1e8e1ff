package chat.parley.keys.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Keys of devices and places in groups, as data of their owner. */
@ApplicationScoped
public class KeysData implements PersonalData {

  private static final String KEYS =
      "SELECT k.device, encode(k.signature_key, 'hex') AS signature_key, k.registered_at,"
          + " count(p.hash) AS key_packages"
          + " FROM device_key k LEFT JOIN key_package p ON p.device = k.device"
          + " WHERE k.account = ? GROUP BY k.device ORDER BY k.registered_at";

  private static final String LEAVES =
      "SELECT l.conversation, g.epoch, l.leaf, l.device, encode(l.signature_key, 'hex')"
          + " AS signature_key FROM mls_leaf l JOIN mls_group g ON g.conversation = l.conversation"
          + " WHERE l.account = ? ORDER BY l.conversation, l.leaf";

  private static final String WELCOMES =
      "SELECT d.conversation, d.device, w.epoch, w.made_at FROM mls_welcome_device d"
          + " JOIN mls_welcome w ON w.id = d.welcome JOIN device_key k ON k.device = d.device"
          + " WHERE k.account = ? ORDER BY w.made_at";

  // KeyPackages and Welcomes go with the key. Leaves stay until a commit takes them out of the
  // tree, which nothing but a commit can: an id and a public key that nobody has the other half of.
  private static final String FORGET = "DELETE FROM device_key WHERE account = ?";

  @Inject private AccountRows rows;

  @Override
  public String feature() {
    return "keys";
  }

  @Override
  public Set<String> tables() {
    return Set.of(
        "device_key",
        "key_package",
        "mls_commit",
        "mls_group",
        "mls_leaf",
        "mls_welcome",
        "mls_welcome_device");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "device-keys",
        "The keys with which your devices sign, and how many KeyPackages of them wait.",
        rows.read(account, database -> database.prepareStatement(KEYS)));
    files.list(
        "encrypted-groups",
        "Where your devices are in the groups of conversations that are encrypted end to end.",
        rows.read(account, database -> database.prepareStatement(LEAVES)));
    files.list(
        "welcomes",
        "Welcomes to such groups that your devices have not used yet.",
        rows.read(account, database -> database.prepareStatement(WELCOMES)));
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
