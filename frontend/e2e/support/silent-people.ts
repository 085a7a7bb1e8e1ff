import { createHash } from 'node:crypto';
import { uuidV7 } from '../../src/lib/id/uuid-v7.js';
import { loadSuite } from '../../src/workers/crypto/suite.js';
import { silentDevice } from '../../src/workers/crypto/testing/silent-device.js';
import { newName } from './person.js';
import { atDatabase } from './server-side.js';

const IDS = {
  now: () => Date.now(),
  randomBytes: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
};

/**
 * Many people whose browsers are closed: with what signing up and publishing a KeyPackage leave in
 * the database, which would take a thousand browsers half an hour.
 *
 * @returns the ids of their accounts
 */
export async function silentPeople(count: number): Promise<string[]> {
  const suite = await loadSuite();
  const devices = await Promise.all(
    Array.from({ length: count }, () =>
      silentDevice({ account: uuidV7(IDS), device: uuidV7(IDS) }, suite),
    ),
  );
  const people = devices.map(({ account, device, signatureKey, keyPackage }) => {
    const content = Buffer.from(keyPackage, 'base64url');
    return {
      account,
      device,
      name: newName('silent'),
      key: Buffer.from(signatureKey, 'base64url').toString('hex'),
      hash: createHash('sha256').update(content).digest('hex'),
      content: content.toString('hex'),
    };
  });
  await atDatabase((database) =>
    database.query(
      `WITH people AS (
         SELECT * FROM json_to_recordset($1) AS t (
           account uuid, device uuid, name text, key text, hash text, content text)
       ), accounts AS (
         INSERT INTO account (id, username, created_at) SELECT account, name, now() FROM people
       ), devices AS (
         INSERT INTO device (id, account_id, created_at) SELECT device, account, now() FROM people
       ), keys AS (
         INSERT INTO device_key (device, account, signature_key, registered_at)
         SELECT device, account, decode(key, 'hex'), now() FROM people
       )
       INSERT INTO key_package (hash, device, last_resort, expires_at, content)
       SELECT decode(hash, 'hex'), device, true, now() + interval '1 day', decode(content, 'hex')
       FROM people`,
      [JSON.stringify(people)],
    ),
  );
  return people.map(({ account }) => account);
}
