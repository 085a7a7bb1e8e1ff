import { SignClient } from '@walletconnect/sign-client';
import type { Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { sendBy, type Payment } from './chain.js';

type Client = InstanceType<typeof SignClient>;

let phones = 0;

const REJECTED = { code: 5000, message: 'User rejected.' };

/** A phone with a wallet, which speaks WalletConnect as real ones do. */
export class Phone {
  /** Whether its person says yes to what the page wants to sign. */
  signs = true;
  /** What it was asked to sign, as text. */
  readonly asked: string[] = [];
  /** Where it sends transactions to. */
  node = '';
  private readonly account = privateKeyToAccount(generatePrivateKey());

  private constructor(
    private readonly client: Client,
    private readonly chainId: number,
  ) {
    client.on('session_proposal', ({ id }) => {
      const namespaces = {
        eip155: {
          accounts: [`eip155:${chainId}:${this.account.address}`],
          methods: ['personal_sign', 'eth_sendTransaction'],
          events: [],
        },
      };
      void client.approve({ id, namespaces });
    });
    client.on('session_request', ({ id, topic, params: { request } }) => {
      const [first] = request.params as [unknown];
      const answer =
        request.method === 'eth_sendTransaction'
          ? this.send(first as Payment)
          : this.sign(first as Hex);
      void answer.then((response) =>
        client.respond({ topic, response: { id, jsonrpc: '2.0', ...response } }),
      );
    });
  }

  static async near(relay: string, chainId: number): Promise<Phone> {
    phones += 1;
    const client = await SignClient.init({
      projectId: 'test',
      // Phones in one process would be one phone.
      customStoragePrefix: `phone-${phones}`,
      relayUrl: relay,
      metadata: { name: 'Phone', description: 'A wallet', url: 'https://phone.example', icons: [] },
      telemetryEnabled: false,
      logger: 'silent',
    });
    return new Phone(client, chainId);
  }

  get address(): string {
    return this.account.address;
  }

  /** How many pages it is connected to. */
  get pages(): number {
    return this.client.session.length;
  }

  /** Reads the code on a screen. */
  async scan(code: string): Promise<void> {
    await this.client.pair({ uri: code });
  }

  async leaves(): Promise<void> {
    await this.client.core.relayer.transportClose();
  }

  private async send(payment: Payment) {
    return this.signs
      ? { result: await sendBy(this.account, this.chainId, this.node, payment) }
      : { error: REJECTED };
  }

  private async sign(raw: Hex) {
    this.asked.push(Buffer.from(raw.slice(2), 'hex').toString('utf8'));
    return this.signs
      ? { result: await this.account.signMessage({ message: { raw } }) }
      : { error: REJECTED };
  }
}
