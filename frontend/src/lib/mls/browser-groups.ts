import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import { startCryptoWorker, type CryptoClient } from '@/workers/crypto/crypto-client';
import { GroupKeeper, type GroupKeeperOptions } from './group-keeper';
import { restDeliveryService } from './rest-delivery-service';

/** The groups of an account on this device. The crypto worker starts when it is needed first. */
export class BrowserGroups {
  private worker: CryptoClient | undefined;
  private made: GroupKeeper | undefined;

  constructor(
    private readonly account: string,
    private readonly device: string,
    private readonly told: Pick<
      GroupKeeperOptions,
      'onRegistered' | 'onConcerns' | 'onConfirmed'
    > = {},
    /** The key of this browser, which its worker gets from nobody else while it has a lock. */
    private readonly key?: CryptoKey,
  ) {}

  get keeper(): GroupKeeper {
    this.made ??= new GroupKeeper({
      ...this.told,
      account: this.account,
      device: this.device,
      crypto: this.withKey(this.crypto),
      service: restDeliveryService,
      newCid: () => uuidV7(browserIds),
      now: () => performance.now(),
    });
    return this.made;
  }

  /** Ends the worker; what it keeps stays. */
  close(): void {
    this.worker?.end();
    this.worker = undefined;
    this.made = undefined;
  }

  /** Ends the worker, and deletes the keys of the account. */
  async forget(): Promise<void> {
    await this.crypto.forget(this.account);
    this.close();
  }

  private withKey(crypto: CryptoClient): CryptoClient {
    return { ...crypto, open: (account, device) => crypto.open(account, device, this.key) };
  }

  private get crypto(): CryptoClient {
    this.worker ??= startCryptoWorker();
    return this.worker;
  }
}
