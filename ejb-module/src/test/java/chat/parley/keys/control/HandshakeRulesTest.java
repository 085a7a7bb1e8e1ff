package chat.parley.keys.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.keys.CommitInvalid;
import chat.parley.keys.KeyPackageInvalid;
import chat.parley.keys.MakeCommit;
import chat.parley.keys.MlsDevice;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.WireBytes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandshakeRulesTest {

  /** Signature and membership tag of a commit, which is behind what its signature covers. */
  private static final int MEMBERSHIP_TAG = 33;

  private final ConversationId group = ConversationId.next();
  private final Someone ada = new Someone();
  private final Someone bob = new Someone();
  private final Someone eve = new Someone();
  private MlsDevice.Commit first;

  /** A device, and who it is. */
  private static final class Someone {
    final AccountId account = AccountId.next();
    final DeviceId device = DeviceId.next();
    final MlsDevice mls = MlsDevice.of(account.toString(), device.toString());
  }

  @BeforeEach
  void twoOfThem() {
    ada.mls.create(group.toString());
    first = ada.mls.commit(List.of(bob.mls.keyPackage()));
    ada.mls.adopt();
    bob.mls.enter(String.valueOf(first.welcome()));
  }

  private static WireBytes bytes(String text) {
    return WireBytes.read("", text, 1_000_000);
  }

  private MakeCommit wish(Someone by, MlsDevice.Commit made) {
    String welcome = made.welcome();
    return wish(
        by,
        made.epoch(),
        bytes(made.commit()),
        bytes(made.groupInfo()),
        welcome == null
            ? List.of()
            : List.of(new MakeCommit.ForDevices(List.of(DeviceId.next()), bytes(welcome))));
  }

  private MakeCommit wish(
      Someone by,
      long epoch,
      WireBytes commit,
      WireBytes groupInfo,
      List<MakeCommit.ForDevices> welcomes) {
    return new MakeCommit(
        by.account, by.device, Ids.next(), group, epoch, commit, groupInfo, welcomes);
  }

  private Handshake checked(Someone by, MlsDevice.Commit made, @Nullable String before) {
    return HandshakeRules.require(
        wish(by, made), before == null ? null : bytes(before), Instant.now());
  }

  @Test
  void theFirstCommitOfAGroupHasTheLeavesOfBoth() {
    Handshake found = checked(ada, first, null);

    assertThat(found.external()).isFalse();
    assertThat(found.leaves())
        .extracting(Handshake.Leaf::device)
        .containsExactly(ada.device, bob.device);
    assertThat(found.leaves()).allMatch(Handshake.Leaf::fresh);
  }

  @Test
  void laterOnesContinueTheGroupAndSayWhatIsNew() {
    MlsDevice.Commit second = bob.mls.commit(List.of(eve.mls.keyPackage()));
    bob.mls.adopt();
    ada.mls.handle(second.commit());
    eve.mls.enter(String.valueOf(second.welcome()));

    Handshake found = checked(bob, second, first.groupInfo());
    assertThat(found.leaves())
        .extracting(Handshake.Leaf::fresh)
        .as("ada, bob who committed, eve who is new")
        .containsExactly(false, true, true);

    MlsDevice.Commit third = ada.mls.commit(List.of(), 2);
    assertThat(checked(ada, third, second.groupInfo()).leaves())
        .extracting(Handshake.Leaf::device)
        .containsExactly(ada.device, bob.device);
    assertThat(eve.mls.authenticator()).isEqualTo(ada.mls.authenticator());
  }

  @Test
  void whoComesFromOutsideTakesTheFirstFreeLeafOrHisOwn() {
    MlsDevice.Commit joined = eve.mls.join(first.groupInfo(), null);
    Handshake found = checked(eve, joined, first.groupInfo());
    assertThat(found.external()).isTrue();
    assertThat(found.leaves())
        .extracting(Handshake.Leaf::device)
        .containsExactly(ada.device, bob.device, eve.device);

    MlsDevice.Commit again = bob.mls.join(first.groupInfo(), 1);
    assertThat(checked(bob, again, first.groupInfo()).leaves())
        .extracting(Handshake.Leaf::device)
        .containsExactly(ada.device, bob.device);
  }

  @Test
  void aCommitInAnothersNameIsRefused() {
    MlsDevice.Commit made = bob.mls.commit(List.of());

    assertThatThrownBy(() -> checked(ada, made, first.groupInfo()))
        .isInstanceOf(CommitInvalid.class)
        .hasMessage("The leaf of the committer is not that of this device.");
  }

  @Test
  void aGroupInfoOfAnotherCommitIsRefused() {
    MlsDevice.Commit one = bob.mls.commit(List.of());
    MlsDevice.Commit other = bob.mls.commit(List.of());

    assertThatThrownBy(
            () ->
                HandshakeRules.require(
                    wish(bob, 1, bytes(one.commit()), bytes(other.groupInfo()), List.of()),
                    bytes(first.groupInfo()),
                    Instant.now()))
        .isInstanceOf(CommitInvalid.class);
  }

  @Test
  void aLeafThatTheGroupInfoDoesNotShowIsFound() {
    MlsDevice.Commit honest = bob.mls.commit(List.of());
    MlsDevice.Commit withGhost = bob.mls.commit(List.of(eve.mls.keyPackage()));

    assertThatThrownBy(
            () ->
                HandshakeRules.require(
                    wish(bob, 1, bytes(withGhost.commit()), bytes(honest.groupInfo()), List.of()),
                    bytes(first.groupInfo()),
                    Instant.now()))
        .isInstanceOf(CommitInvalid.class)
        .hasMessage("The tree of the GroupInfo is not what the commit makes of it.");
  }

  @Test
  void noByteOfACommitOrItsGroupInfoCanBeChanged() {
    MlsDevice.Commit made = bob.mls.commit(List.of(eve.mls.keyPackage()));
    byte[] commit = bytes(made.commit()).bytes();
    byte[] groupInfo = bytes(made.groupInfo()).bytes();
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] changed = commit.clone();
      byte[] changedInfo = groupInfo.clone();
      boolean ofCommit = i % 2 == 0;
      byte[] target = ofCommit ? changed : changedInfo;
      target[random.nextInt(target.length - (ofCommit ? MEMBERSHIP_TAG : 0))] ^=
          (byte) (1 << random.nextInt(8));

      assertThatThrownBy(
              () ->
                  HandshakeRules.require(
                      wish(bob, 1, WireBytes.of(changed), WireBytes.of(changedInfo), List.of()),
                      bytes(first.groupInfo()),
                      Instant.now()))
          .isInstanceOf(CommitInvalid.class);
    }
  }

  @Test
  void noByteOfAKeyPackageCanBeChangedAndItIsOfOneDevice() {
    WireBytes good = bytes(ada.mls.keyPackage());
    WireBytes key = bytes(ada.mls.signatureKey());
    assertThat(
            KeyPackageRules.require("/a", good, ada.account, ada.device, key, Instant.now())
                .content())
        .isEqualTo(good);
    for (int i = 0; i < good.size(); i++) {
      byte[] changed = good.bytes();
      changed[i] ^= 1;
      refused(WireBytes.of(changed), ada, key);
      refused(WireBytes.of(Arrays.copyOf(good.bytes(), i)), ada, key);
    }
    refused(good, bob, key);
    refused(good, ada, bytes(bob.mls.signatureKey()));
    long now = Instant.now().getEpochSecond();
    long day = 24 * 60 * 60;
    refused(bytes(ada.mls.keyPackage(now - 2 * day, now - day)), ada, key);
    refused(bytes(ada.mls.keyPackage(now + day, now + 2 * day)), ada, key);
    refused(bytes(ada.mls.keyPackage(now, now + 91 * day)), ada, key);
    refused(bytes(ada.mls.keyPackage(0, -1)), ada, key);
  }

  private static void refused(WireBytes content, Someone by, WireBytes key) {
    assertThatThrownBy(
            () -> KeyPackageRules.require("/a", content, by.account, by.device, key, Instant.now()))
        .isInstanceOf(KeyPackageInvalid.class);
  }

  @Test
  void noiseIsRefusedAndTakesNoMoreThanItsBytes() {
    Random random = new Random(11);
    byte[] groupInfo = bytes(first.groupInfo()).bytes();
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      // Whatever length it says, it may be a gibibyte.
      byte[] begun = Arrays.copyOf(groupInfo, random.nextInt(groupInfo.length - 100) + 4);
      begun[begun.length - 4] = (byte) 0xbf;
      begun[begun.length - 3] = (byte) 0xff;
      assertThatThrownBy(() -> MlsGroupInfo.message(begun)).isInstanceOf(Malformed.class);
      assertThatThrownBy(() -> MlsCommit.message(noise)).isInstanceOf(Malformed.class);
      assertThatThrownBy(() -> MlsKeyPackage.message(noise)).isInstanceOf(Malformed.class);
    }
  }
}
