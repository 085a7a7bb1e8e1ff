import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import { startAccountWorker, type AccountClient } from '@/workers/crypto/account-client';
import { BrowserTrust } from '@/lib/trust/browser-trust';
import { AccountRoot } from './account-root';
import { HistoryBackup } from './history-backup';
import { restBackupServer } from './rest-backup-server';

/** The account's root and backup in this tab. The worker starts when it is needed first. */
export class BrowserBackup {
  readonly root: AccountRoot;
  readonly history: HistoryBackup;
  /** Who is who: what the root of the account confirms. */
  readonly trust: BrowserTrust;
  private readonly tabs: BroadcastChannel;
  private worker: AccountClient | undefined;

  /** @param key the key of this browser, which its worker gets from nobody else while it has a lock */
  constructor(account: string, key?: CryptoKey) {
    const worker = () => (this.worker ??= started(account, key));
    const keys: AccountClient = {
      unlockBrowser: (...given) => worker().unlockBrowser(...given),
      propose: (...given) => worker().propose(...given),
      holds: (...given) => worker().holds(...given),
      seal: (...given) => worker().seal(...given),
      makeRecoveryKey: (...given) => worker().makeRecoveryKey(...given),
      unlock: (...given) => worker().unlock(...given),
      state: (...given) => worker().state(...given),
      sealVerified: (...given) => worker().sealVerified(...given),
      openVerified: (...given) => worker().openVerified(...given),
      believed: (...given) => worker().believed(...given),
      everyBelieved: (...given) => worker().everyBelieved(...given),
      readNote: (...given) => worker().readNote(...given),
      keepNote: (...given) => worker().keepNote(...given),
      sign: (...given) => worker().sign(...given),
      sealBackup: (...given) => worker().sealBackup(...given),
      openBackup: (...given) => worker().openBackup(...given),
      close: () => worker().close(),
      end: () => this.worker?.end(),
    };
    const server = restBackupServer;
    this.root = new AccountRoot({ account, keys, server, newId: () => uuidV7(browserIds) });
    this.history = new HistoryBackup({ account, root: this.root, keys, server });
    this.trust = new BrowserTrust(account, this.root, keys);
    // The root comes to all tabs at once: the others look for themselves.
    this.tabs = new BroadcastChannel(`parley-root-${account}`);
    this.root.onChange(() => this.tabs.postMessage('changed'));
    this.tabs.addEventListener('message', () => void this.root.look().catch(() => undefined));
  }

  /** Ends the worker; what it keeps stays. */
  close(): void {
    this.history.stop();
    this.trust.close();
    this.tabs.close();
    this.worker?.end();
    this.worker = undefined;
  }
}

/** Calls are taken in their order: the worker has the key before it is asked for anything. */
function started(account: string, key: CryptoKey | undefined): AccountClient {
  const client = startAccountWorker();
  if (key !== undefined) {
    // It fails only when the worker has ended, which every other call says as well.
    client.unlockBrowser(account, key).catch(() => undefined);
  }
  return client;
}
