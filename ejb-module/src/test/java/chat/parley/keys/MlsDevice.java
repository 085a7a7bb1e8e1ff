package chat.parley.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.mls.TreeKEM.LeafIndex;
import org.bouncycastle.mls.TreeKEM.LeafNode;
import org.bouncycastle.mls.TreeKEM.LifeTime;
import org.bouncycastle.mls.codec.Capabilities;
import org.bouncycastle.mls.codec.Credential;
import org.bouncycastle.mls.codec.KeyPackage;
import org.bouncycastle.mls.codec.MLSInputStream;
import org.bouncycastle.mls.codec.MLSMessage;
import org.bouncycastle.mls.codec.MLSOutputStream;
import org.bouncycastle.mls.codec.Proposal;
import org.bouncycastle.mls.codec.WireFormat;
import org.bouncycastle.mls.crypto.MlsCipherSuite;
import org.bouncycastle.mls.crypto.Secret;
import org.bouncycastle.mls.protocol.Group;
import org.jspecify.annotations.Nullable;

/**
 * A device that speaks MLS by Bouncy Castle, for tests: in groups of at most three, beyond which
 * that library has defects of its own. Everything it gives and takes is base64url.
 */
public final class MlsDevice {

  private static final MlsCipherSuite SUITE =
      MlsCipherSuite.BCMLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long DAY = 24 * 60 * 60;

  private final String identity;
  private final AsymmetricCipherKeyPair signing;
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Group group;
  private @Nullable Group pending;

  private MlsDevice(String identity, AsymmetricCipherKeyPair signing) {
    this.identity = identity;
    this.signing = signing;
  }

  /** A KeyPackage with what only its device knows. */
  private record Waiting(
      AsymmetricCipherKeyPair init, AsymmetricCipherKeyPair encryption, KeyPackage keyPackage) {}

  /**
   * What a commit is sent with.
   *
   * @param welcome null when it adds nobody
   */
  public record Commit(long epoch, String commit, String groupInfo, @Nullable String welcome) {}

  /** Something that the library may refuse. */
  private interface Work<T> {
    T run() throws Exception;
  }

  /** A device with a new key. */
  public static MlsDevice of(String account, String device) {
    return of(account, device, SUITE.generateSignatureKeyPair());
  }

  private static MlsDevice of(String account, String device, AsymmetricCipherKeyPair key) {
    return new MlsDevice(account + "/" + device, key);
  }

  /**
   * A device whose KeyPackage another library has made.
   *
   * @param signatureKey the seed of Ed25519
   */
  static MlsDevice withSecrets(
      String keyPackage, String signatureKey, String encryptionKey, String initKey) {
    return run(
        () -> {
          KeyPackage made = message(keyPackage).keyPackage;
          LeafNode leaf = made.getLeafNode();
          MlsDevice device =
              new MlsDevice(
                  new String(leaf.getCredential().getIdentity(), StandardCharsets.UTF_8),
                  SUITE.deserializeSignaturePrivateKey(bytes(signatureKey)));
          device.waiting.add(
              new Waiting(
                  SUITE.getHPKE().deserializePrivateKey(bytes(initKey), made.getInitKey()),
                  SUITE
                      .getHPKE()
                      .deserializePrivateKey(bytes(encryptionKey), leaf.getEncryptionKey()),
                  made));
          return device;
        });
  }

  /** What {@link #withSecrets} takes, of the KeyPackage that was made first. */
  List<String> secrets() {
    Waiting first = waiting.get(0);
    return run(
        () ->
            List.of(
                text(MLSOutputStream.encode(MLSMessage.keyPackage(first.keyPackage()))),
                text(SUITE.serializeSignaturePrivateKey(signing.getPrivate())),
                text(SUITE.getHPKE().serializePrivateKey(first.encryption().getPrivate())),
                text(SUITE.getHPKE().serializePrivateKey(first.init().getPrivate()))));
  }

  /** The same key under the name of another device. */
  public MlsDevice as(String account, String device) {
    return of(account, device, signing);
  }

  private static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public String signatureKey() {
    return run(() -> text(SUITE.serializeSignaturePublicKey(signing.getPublic())));
  }

  /** A KeyPackage that is good for 60 days. */
  public String keyPackage() {
    long now = Instant.now().getEpochSecond();
    return keyPackage(now - 60, now + 60 * DAY);
  }

  /** A KeyPackage that is good between these times, in seconds since 1970. */
  public String keyPackage(long from, long to) {
    Waiting made = make(from, to);
    waiting.add(made);
    return run(() -> text(MLSOutputStream.encode(MLSMessage.keyPackage(made.keyPackage()))));
  }

  private Waiting make(long from, long to) {
    return run(
        () -> {
          AsymmetricCipherKeyPair init = SUITE.getHPKE().generatePrivateKey();
          AsymmetricCipherKeyPair encryption = SUITE.getHPKE().generatePrivateKey();
          byte[] secret = SUITE.serializeSignaturePrivateKey(signing.getPrivate());
          LeafNode leaf =
              new LeafNode(
                  SUITE,
                  SUITE.getHPKE().serializePublicKey(encryption.getPublic()),
                  SUITE.serializeSignaturePublicKey(signing.getPublic()),
                  Credential.forBasic(identity.getBytes(StandardCharsets.UTF_8)),
                  new Capabilities(),
                  new LifeTime(
                      new MLSInputStream(
                          ByteBuffer.allocate(16).putLong(from).putLong(to).array())),
                  new ArrayList<>(),
                  secret);
          KeyPackage keyPackage =
              new KeyPackage(
                  SUITE,
                  SUITE.getHPKE().serializePublicKey(init.getPublic()),
                  leaf,
                  new ArrayList<>(),
                  secret);
          return new Waiting(init, encryption, keyPackage);
        });
  }

  /** Begins a group with this device alone, in epoch 0. */
  public void create(String conversation) {
    long now = Instant.now().getEpochSecond();
    Waiting own = make(now - 60, now + 60 * DAY);
    UUID id = UUID.fromString(conversation);
    group =
        run(
            () ->
                new Group(
                    ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array(),
                    SUITE,
                    own.encryption(),
                    SUITE.serializeSignaturePrivateKey(signing.getPrivate()),
                    own.keyPackage().getLeafNode(),
                    new ArrayList<>()));
  }

  /** A commit that adds these KeyPackages, and removes these leaves; {@link #adopt} follows. */
  public Commit commit(List<String> adds, int... removes) {
    return commit(0, adds, removes);
  }

  /** A commit that has exactly so many bytes, by what it signs and nobody looks at. */
  public Commit commitOf(int bytes) {
    // The length of what is signed takes three bytes more than that of nothing.
    return commit(bytes - bytes(commit(List.of()).commit()).length - 3, List.of());
  }

  private Commit commit(int signed, List<String> adds, int... removes) {
    List<Proposal> proposals = new ArrayList<>();
    for (String each : adds) {
      proposals.add(run(() -> Proposal.add(message(each).keyPackage)));
    }
    for (int each : removes) {
      proposals.add(Proposal.remove(new LeafIndex(each)));
    }
    long epoch = epoch();
    return made(
        epoch,
        !adds.isEmpty(),
        run(
            () ->
                group()
                    .commit(
                        secret(),
                        new Group.CommitOptions(proposals, true, true, new Group.LeafNodeOptions()),
                        new Group.MessageOptions(false, new byte[signed], 0),
                        new Group.CommitParameters(Group.NORMAL_COMMIT_PARAMS))));
  }

  /**
   * A commit from outside.
   *
   * @param own the leaf that this device had; null when it had none
   */
  public Commit join(String groupInfo, @Nullable Integer own) {
    long now = Instant.now().getEpochSecond();
    Waiting leaf = make(now - 60, now + 60 * DAY);
    MLSMessage info = message(groupInfo);
    return made(
        info.groupInfo.getEpoch(),
        false,
        run(
            () ->
                Group.externalJoin(
                    secret(),
                    signing,
                    leaf.keyPackage(),
                    info.groupInfo,
                    null,
                    new Group.MessageOptions(false, new byte[0], 0),
                    own == null ? null : new LeafIndex(own),
                    new HashMap<>())));
  }

  private Commit made(long epoch, boolean welcomes, Group.GroupWithMessage result) {
    return run(
        () -> {
          pending = result.group;
          String welcome = null;
          // One for nobody is made with every commit.
          if (welcomes) {
            MLSMessage alone = new MLSMessage(WireFormat.mls_welcome);
            alone.welcome = result.message.welcome;
            welcome = text(MLSOutputStream.encode(alone));
          }
          result.message.welcome = null;
          return new Commit(
              epoch,
              text(MLSOutputStream.encode(result.message)),
              text(MLSOutputStream.encode(result.group.getGroupInfo(true))),
              welcome);
        });
  }

  private static Secret secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(bytes);
  }

  /** Takes the state of the last own commit, which the server has accepted. */
  public void adopt() {
    group = pending;
  }

  /** Enters by a Welcome to one of the KeyPackages. */
  public void enter(String welcome) {
    RuntimeException last = new IllegalStateException("no KeyPackage");
    for (Waiting each : waiting) {
      try {
        group =
            run(
                () ->
                    new Group(
                        SUITE.getHPKE().serializePrivateKey(each.init().getPrivate()),
                        each.encryption(),
                        SUITE.serializeSignaturePrivateKey(signing.getPrivate()),
                        each.keyPackage(),
                        message(welcome).welcome,
                        null,
                        new HashMap<>(),
                        Map.of()));
        return;
      } catch (RuntimeException notThisOne) {
        last = notThisOne;
      }
    }
    throw last;
  }

  /** Processes the commit of somebody else. */
  public void handle(String commit) {
    group = run(() -> group().handle(bytes(commit), null));
  }

  /** An application message, to whose text this device commits itself. */
  public String protect(String text) {
    return protect(text, text);
  }

  /**
   * An application message.
   *
   * @param signed the text to which this device commits itself, whatever the message says
   */
  public String protect(String text, String signed) {
    return run(
        () -> {
          byte[] commitment =
              MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8));
          return text(
              MLSOutputStream.encode(
                  group().protect(commitment, text.getBytes(StandardCharsets.UTF_8), 0)));
        });
  }

  /** The text of somebody's application message. */
  public String unprotect(String body) {
    return run(() -> new String(group().unprotect(message(body))[1], StandardCharsets.UTF_8));
  }

  public long epoch() {
    return group().getEpoch();
  }

  /** What all in the same epoch of the same group have in common. */
  public String authenticator() {
    return text(group().getEpochAuthenticator());
  }

  private Group group() {
    Group current = group;
    if (current == null) {
      throw new IllegalStateException("in no group");
    }
    return current;
  }

  private static MLSMessage message(String text) {
    return run(() -> (MLSMessage) MLSInputStream.decode(bytes(text), MLSMessage.class));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
