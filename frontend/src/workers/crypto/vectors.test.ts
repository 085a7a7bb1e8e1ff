import { decryptWithLabel, encryptWithLabel } from 'ts-mls/crypto/hpke.js';
import { refhash } from 'ts-mls/crypto/hash.js';
import { deriveSecret, deriveTreeSecret, expandWithLabel } from 'ts-mls/crypto/kdf.js';
import { signWithLabel, verifyWithLabel } from 'ts-mls/crypto/signature.js';
import { joinGroup } from 'ts-mls/clientState.js';
import { decodeGroupContext, type GroupContext } from 'ts-mls/groupContext.js';
import { initializeEpoch } from 'ts-mls/keySchedule.js';
import { defaultKeyRetentionConfig } from 'ts-mls/keyRetentionConfig.js';
import { decodeMlsMessage } from 'ts-mls/message.js';
import { unprotectPrivateMessage } from 'ts-mls/messageProtection.js';
import { unprotectPublicMessage } from 'ts-mls/messageProtectionPublic.js';
import type { PreSharedKeyID } from 'ts-mls/presharedkey.js';
import { processPublicMessage } from 'ts-mls/processMessages.js';
import { createSecretTree } from 'ts-mls/secretTree.js';
import { expect, test } from 'vitest';
import { sameBytes } from './codec';
import { loadSuite } from './suite';
import vectors from './testing/crypto-basics.json';
import schedule from './testing/key-schedule.json';
import protection from './testing/message-protection.json';
import passive from './testing/passive-client-handling-commit.json';
import { loadQuickSuite } from './testing/quick-suite';

// The vectors `crypto-basics`, `key-schedule`, `message-protection` and the first one of
// `passive-client-handling-commit`, of ciphersuite 1, that the working group of MLS publishes
// (github.com/mlswg/mls-implementations), on what the browser gets and on what the fuzz runs on. The
// exporter of that key schedule is left out: its label is the one of a draft.

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}

/** Keys stand there with their length in front. */
function key(hex: string): Uint8Array {
  return bytes(hex).subarray(1);
}

function pkcs8(seed: Uint8Array): Uint8Array {
  return Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32, ...seed);
}

const suites = { WebCrypto: loadSuite, Node: loadQuickSuite };

for (const [name, load] of Object.entries(suites)) {
  test(`the primitives on ${name} are those of RFC 9420`, async () => {
    const suite = await load();
    const { derive_secret, derive_tree_secret, expand_with_label, ref_hash } = vectors;

    const hashed = await refhash(ref_hash.label, bytes(ref_hash.value), suite.hash);
    expect(hashed).toEqual(bytes(ref_hash.out));
    const expanded = expand_with_label;
    expect(
      await expandWithLabel(
        bytes(expanded.secret),
        expanded.label,
        bytes(expanded.context),
        expanded.length,
        suite.kdf,
      ),
    ).toEqual(bytes(expanded.out));
    expect(await deriveSecret(bytes(derive_secret.secret), derive_secret.label, suite.kdf)).toEqual(
      bytes(derive_secret.out),
    );
    const tree = derive_tree_secret;
    expect(
      await deriveTreeSecret(
        bytes(tree.secret),
        tree.label,
        tree.generation,
        tree.length,
        suite.kdf,
      ),
    ).toEqual(bytes(tree.out));

    const signed = vectors.sign_with_label;
    const content = bytes(signed.content);
    const { signature } = suite;
    const verify = (some: Uint8Array) =>
      verifyWithLabel(key(signed.pub), signed.label, content, some, signature);
    expect(await verify(bytes(signed.signature))).toBe(true);
    expect(await signWithLabel(pkcs8(key(signed.priv)), signed.label, content, signature)).toEqual(
      bytes(signed.signature),
    );
    expect(await verify(bytes(signed.signature).reverse())).toBe(false);

    const sealed = vectors.encrypt_with_label;
    const context = bytes(sealed.context);
    const privateKey = await suite.hpke.importPrivateKey(key(sealed.priv));
    const open = (kemOutput: Uint8Array, ciphertext: Uint8Array) =>
      decryptWithLabel(privateKey, sealed.label, context, kemOutput, ciphertext, suite.hpke);
    const plaintext = bytes(sealed.plaintext);
    expect(await open(bytes(sealed.kem_output), bytes(sealed.ciphertext))).toEqual(plaintext);
    const publicKey = await suite.hpke.importPublicKey(key(sealed.pub));
    const again = await encryptWithLabel(publicKey, sealed.label, context, plaintext, suite.hpke);
    expect(await open(again.enc, again.ct)).toEqual(plaintext);
  });
}

for (const [name, load] of Object.entries(suites)) {
  test(`messages on ${name} are protected as in RFC 9420`, async () => {
    const suite = await load();
    const { signature_pub, encryption_secret, sender_data_secret, membership_key } = protection;
    const context: GroupContext = {
      version: 'mls10',
      cipherSuite: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
      groupId: bytes(protection.group_id),
      epoch: BigInt(protection.epoch),
      treeHash: bytes(protection.tree_hash),
      confirmedTranscriptHash: bytes(protection.confirmed_transcript_hash),
      extensions: [],
    };
    // The vector is of a group of two, and says nothing of their leaves but the key of the second.
    const leaf = { nodeType: 'leaf', leaf: {} } as never;
    const tree = [leaf, undefined, leaf];
    const author = bytes(signature_pub);

    const opened = async (hex: string) => {
      const message = decodeMlsMessage(bytes(hex), 0)?.[0];
      const secrets = await createSecretTree(2, bytes(encryption_secret), suite.kdf);
      if (message?.wireformat === 'mls_private_message') {
        const { content } = await unprotectPrivateMessage(
          bytes(sender_data_secret),
          message.privateMessage,
          secrets,
          tree,
          context,
          defaultKeyRetentionConfig,
          suite,
          author,
        );
        return content.content;
      }
      if (message?.wireformat === 'mls_public_message') {
        const { publicMessage } = message;
        const key = bytes(membership_key);
        return (await unprotectPublicMessage(key, context, tree, publicMessage, suite, author))
          .content;
      }
      throw new Error('not a message');
    };

    const said = { contentType: 'application', applicationData: bytes(protection.application) };
    expect(await opened(protection.application_priv)).toMatchObject(said);
    for (const proposal of [protection.proposal_priv, protection.proposal_pub]) {
      expect(await opened(proposal)).toMatchObject({
        contentType: 'proposal',
        proposal: { proposalType: 'remove', remove: { removed: 2 } },
      });
    }
    for (const commit of [protection.commit_priv, protection.commit_pub]) {
      expect(await opened(commit)).toMatchObject({
        contentType: 'commit',
        commit: { proposals: [], path: undefined },
      });
    }
    for (const hex of [protection.application_priv, protection.commit_pub]) {
      const changed = `${hex.slice(0, -2)}${hex.endsWith('00') ? '01' : '00'}`;
      await expect(opened(changed)).rejects.toThrow();
    }
  });
}

for (const [name, load] of Object.entries(suites)) {
  test(`a Welcome and commits on ${name} lead into the epochs that RFC 9420 has them lead into`, async () => {
    const suite = await load();
    const { external_psks, key_package, welcome: sent, initial_epoch_authenticator } = passive;
    const own = decodeMlsMessage(bytes(key_package), 0)?.[0];
    const welcome = decodeMlsMessage(bytes(sent), 0)?.[0];
    if (own?.wireformat !== 'mls_key_package' || welcome?.wireformat !== 'mls_welcome') {
      throw new Error('not a Welcome to a KeyPackage');
    }
    const privateKeys = {
      initPrivateKey: bytes(passive.init_priv),
      hpkePrivateKey: bytes(passive.encryption_priv),
      signaturePrivateKey: pkcs8(bytes(passive.signature_priv)),
    };
    const psks = {
      findPsk: (id: PreSharedKeyID) =>
        id.psktype === 'external'
          ? external_psks
              .filter(({ psk_id }) => sameBytes(bytes(psk_id), id.pskId))
              .map(({ psk }) => bytes(psk))[0]
          : undefined,
    };
    let state = await joinGroup(welcome.welcome, own.keyPackage, privateKeys, psks, suite);
    expect(state.keySchedule.epochAuthenticator).toEqual(bytes(initial_epoch_authenticator));
    for (const { commit, epoch_authenticator } of passive.epochs) {
      const message = decodeMlsMessage(bytes(commit), 0)?.[0];
      if (message?.wireformat !== 'mls_public_message') {
        throw new Error('not a commit');
      }
      const { newState } = await processPublicMessage(state, message.publicMessage, psks, suite);
      expect(newState.keySchedule.epochAuthenticator).toEqual(bytes(epoch_authenticator));
      state = newState;
    }
  });
}

for (const [name, load] of Object.entries(suites)) {
  test(`the key schedule on ${name} goes from epoch to epoch as RFC 9420 has it`, async () => {
    const suite = await load();
    let init = bytes(schedule.initial_init_secret);
    for (const epoch of schedule.epochs) {
      const context = decodeGroupContext(bytes(epoch.group_context), 0)?.[0];
      if (context === undefined) {
        throw new Error('not a GroupContext');
      }
      const { keySchedule, ...secrets } = await initializeEpoch(
        init,
        bytes(epoch.commit_secret),
        context,
        bytes(epoch.psk_secret),
        suite.kdf,
      );
      expect({ ...secrets, ...keySchedule }).toEqual({
        joinerSecret: bytes(epoch.joiner_secret),
        welcomeSecret: bytes(epoch.welcome_secret),
        encryptionSecret: bytes(epoch.encryption_secret),
        initSecret: bytes(epoch.init_secret),
        senderDataSecret: bytes(epoch.sender_data_secret),
        exporterSecret: bytes(epoch.exporter_secret),
        epochAuthenticator: bytes(epoch.epoch_authenticator),
        externalSecret: bytes(epoch.external_secret),
        confirmationKey: bytes(epoch.confirmation_key),
        membershipKey: bytes(epoch.membership_key),
        resumptionPsk: bytes(epoch.resumption_psk),
      });
      init = keySchedule.initSecret;
    }
  });
}
