package chat.parley.sealing.control;

import chat.parley.platform.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which keys wrap the keys that seal.
 *
 * @param masters the names of all master keys that are in use; the first one wraps
 * @param kmsEndpoint address of AWS KMS, instead of the usual one of a key's region
 * @param vaultAddress of HashiCorp Vault or OpenBao, or of its agent on this machine
 * @param vaultTokenFile holds the token it knows this instance by; read each time
 * @param vaultNamespace of the key in Vault
 */
record SealingSettings(
    @Setting("parley.sealing.masters") List<String> masters,
    @Setting("parley.sealing.kms.endpoint") Optional<URI> kmsEndpoint,
    @Setting("parley.sealing.vault.address") Optional<URI> vaultAddress,
    @Setting("parley.sealing.vault.token-file") Optional<Path> vaultTokenFile,
    @Setting("parley.sealing.vault.namespace") Optional<String> vaultNamespace) {

  /** What stands before the alias of a key in the key store. */
  static final String KEYSTORE = "keystore:";

  /** What stands before the mount and the name of a key in Vault's transit engine. */
  static final String VAULT = "vault:";

  /** An alias of KMS is no name: it may come to stand for another key. */
  private static final Pattern NAME =
      Pattern.compile(
          KEYSTORE
              + "[A-Za-z0-9._-]+|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+|"
              + VAULT
              + "(?!/)(?!.*//)[A-Za-z0-9_/-]+/[A-Za-z0-9_-]+");

  /**
   * Where the transit engine is, and as whom it is asked.
   *
   * @param tokenFile none when an agent in between adds the token
   */
  record Vault(URI address, Optional<Path> tokenFile, Optional<String> namespace) {}

  SealingSettings {
    masters = List.copyOf(masters);
    if (masters.isEmpty()
        || !masters.stream().allMatch(name -> NAME.matcher(name).matches())
        || new HashSet<>(masters).size() < masters.size()) {
      throw new IllegalArgumentException(
          "The setting parley.sealing.masters must be a list of keystore:ALIAS, vault:MOUNT/KEY"
              + " or ARNs of AWS KMS keys, each once.");
    }
    boolean hasAddress =
        vaultAddress
            .filter(
                address ->
                    "https".equals(address.getScheme()) || "http".equals(address.getScheme()))
            .isPresent();
    if (!hasAddress && masters.stream().anyMatch(name -> name.startsWith(VAULT))) {
      throw new IllegalArgumentException(
          "The setting parley.sealing.vault.address must be the address of Vault, since"
              + " parley.sealing.masters names one of its keys.");
    }
  }

  /** Where the keys of Vault are; only where {@link #masters} names one. */
  Vault vault() {
    return new Vault(vaultAddress.orElseThrow(), vaultTokenFile, vaultNamespace);
  }

  /** The region in the ARN of a key. */
  static String region(String arn) {
    return arn.split(":", -1)[3];
  }
}
