import { decryptWithLabel, encryptWithLabel } from 'ts-mls/crypto/hpke.js';
import { refhash } from 'ts-mls/crypto/hash.js';
import { deriveSecret, deriveTreeSecret, expandWithLabel } from 'ts-mls/crypto/kdf.js';
import { signWithLabel, verifyWithLabel } from 'ts-mls/crypto/signature.js';
import { expect, test } from 'vitest';
import { loadSuite } from './suite';
import vectors from './testing/crypto-basics.json';
import { loadQuickSuite } from './testing/quick-suite';

// The vector `crypto-basics` of ciphersuite 1 that the working group of MLS publishes
// (github.com/mlswg/mls-implementations), on what the browser gets and on what the fuzz runs on.

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
