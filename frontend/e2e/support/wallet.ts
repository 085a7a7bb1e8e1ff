import type { Page } from 'playwright-core';
import type { Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount, setSignEntropy } from 'viem/accounts';
import { sendBy, type Payment } from './chain.js';

/** What a wallet passes on to its node without asking anybody. */
const READS: readonly string[] = [
  'eth_getTransactionByHash',
  'eth_getTransactionReceipt',
  'eth_getBlockByNumber',
];

/** What the wallet answers when it is asked to sign. */
export type Mood = 'approve' | 'reject' | 'unsteady';

const NO_CHANCE = `0x${'00'.repeat(32)}` as const;

/**
 * A wallet whose key stays in this process. It announces itself in the page by EIP-6963, as a
 * browser extension does.
 */
export class TestWallet {
  mood: Mood = 'approve';
  /** Whether its node says that no transaction has succeeded. */
  denies = false;
  /** Whether it sends batches (EIP-5792). */
  sendsCalls = false;
  /** Whether it keeps to itself what has become of a batch. */
  keepsCalls = false;
  /** How often a payment was put before its owner. */
  asked = 0;
  /** What it was asked to sign, as text. */
  readonly signed: string[] = [];
  private readonly account = privateKeyToAccount(generatePrivateKey());

  /** The nodes of the chains that it was told of. */
  private readonly nodes = new Map<number, string>();

  constructor(private chainId: number) {}

  /** Has a node of its chain, as wallets have that know it. */
  reads(node: string): void {
    this.nodes.set(this.chainId, node);
  }

  /** The node that it knows of a chain. */
  nodeOf(chain: number): string {
    const node = this.nodes.get(chain);
    if (node === undefined) {
      throw new Error('the wallet was not told of this chain');
    }
    return node;
  }

  /** Goes to a chain that has nothing to do with the tests. */
  goElsewhere(): void {
    this.chainId = 1;
  }

  get address(): Hex {
    return this.account.address;
  }

  /** Moves into a page, before the page is loaded. */
  async moveInto(page: Page): Promise<void> {
    await page.exposeFunction('__wallet', async (request: string) => {
      try {
        return JSON.stringify({ result: await this.answer(request) });
      } catch (error) {
        const code = error instanceof Refusal ? error.code : -32603;
        return JSON.stringify({ error: { code, message: String(error) } });
      }
    });
    await page.addInitScript(announce);
  }

  private async answer(text: string): Promise<unknown> {
    const { method, params } = JSON.parse(text) as { method: string; params?: string[] };
    const given = params?.[0] as unknown as Asked | undefined;
    switch (method) {
      case 'eth_requestAccounts':
      case 'eth_accounts':
        return [this.address];
      case 'eth_chainId':
        return `0x${this.chainId.toString(16)}`;
      case 'personal_sign': {
        if (this.mood === 'reject') {
          throw new Refusal(4001);
        }
        const raw = params?.[0] as `0x${string}`;
        this.signed.push(Buffer.from(raw.slice(2), 'hex').toString('utf8'));
        return this.account.signMessage({ message: { raw } });
      }
      case 'eth_signTypedData_v4': {
        if (this.mood === 'reject') {
          throw new Refusal(4001);
        }
        const typed = params?.[1] ?? '';
        this.signed.push(typed);
        // Chance in a signature is allowed, and makes each another one.
        setSignEntropy(this.mood === 'unsteady' ? generatePrivateKey() : NO_CHANCE);
        return this.account.signTypedData(
          JSON.parse(typed) as Parameters<typeof this.account.signTypedData>[0],
        );
      }
      case 'wallet_addEthereumChain':
        this.nodes.set(Number(given?.chainId), given?.rpcUrls?.[0] ?? '');
        return null;
      case 'wallet_switchEthereumChain':
        if (!this.nodes.has(Number(given?.chainId))) {
          throw new Refusal(4902);
        }
        this.chainId = Number(given?.chainId);
        return null;
      case 'eth_sendTransaction':
        this.asked += 1;
        if (this.mood === 'reject') {
          throw new Refusal(4001);
        }
        return this.send(given);
      case 'wallet_getCapabilities':
      case 'wallet_sendCalls':
      case 'wallet_getCallsStatus':
        if (!this.sendsCalls) {
          throw new Refusal(4200);
        }
        return this.batch(method, given);
      default:
        if (READS.includes(method)) {
          return this.read(method, params);
        }
        throw new Refusal(4200);
    }
  }

  /** A batch is named by its only transaction, in another form than transactions have. */
  private async batch(method: string, given: unknown): Promise<unknown> {
    const chainId = `0x${this.chainId.toString(16)}`;
    if (method === 'wallet_getCapabilities') {
      return { [chainId]: { atomic: { status: 'ready' } } };
    }
    if (method === 'wallet_sendCalls') {
      const { calls } = given as { calls: Asked[] };
      this.asked += 1;
      if (this.mood === 'reject') {
        throw new Refusal(4001);
      }
      return { id: `${await this.send(calls[0])}ff` };
    }
    const id = given as string;
    const hash = id.slice(0, -2);
    const receipt = await this.read('eth_getTransactionReceipt', [hash]);
    const isDone = receipt !== null && !this.keepsCalls;
    return {
      version: '2.0.0',
      id,
      chainId,
      atomic: false,
      status: isDone ? 200 : 100,
      ...(isDone ? { receipts: [{ transactionHash: hash, status: '0x1' }] } : {}),
    };
  }

  private async read(method: string, params: unknown): Promise<unknown> {
    const node = this.nodes.get(this.chainId);
    if (node === undefined) {
      throw new Refusal(4900);
    }
    const answer = await fetch(node, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const { result } = (await answer.json()) as { result: Record<string, unknown> | null };
    return this.denies && method === 'eth_getTransactionReceipt'
      ? { ...result, status: '0x0' }
      : result;
  }

  private send(asked: Asked | undefined): Promise<Hex> {
    const node = this.nodes.get(this.chainId);
    if (asked?.to === undefined || node === undefined) {
      throw new Refusal(4900);
    }
    return sendBy(this.account, this.chainId, node, asked);
  }
}

/** The members of the requests that are objects. */
interface Asked extends Payment {
  chainId?: string;
  rpcUrls?: string[];
}

class Refusal extends Error {
  constructor(readonly code: number) {
    super(`refused with ${code}`);
  }
}

/** Runs in the page. */
function announce(): void {
  const bridge = (window as unknown as { __wallet: (request: string) => Promise<string> }).__wallet;
  const provider = {
    async request(request: unknown): Promise<unknown> {
      const answer = JSON.parse(await bridge(JSON.stringify(request))) as {
        result?: unknown;
        error?: { code: number; message: string };
      };
      if (answer.error !== undefined) {
        throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      }
      return answer.result;
    },
  };
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#b45309"/><path d="M8 12h16v10H8z" fill="#fff"/></svg>';
  const info = Object.freeze({
    uuid: '350670db-19fa-4704-a166-e52e178b59d2',
    name: 'Test Wallet',
    icon: `data:image/svg+xml,${encodeURIComponent(picture)}`,
    rdns: 'test.wallet',
  });
  const detail = Object.freeze({ info, provider });
  const say = () => {
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  };
  window.addEventListener('eip6963:requestProvider', say);
  say();
}
