import type { PaymentChain } from '@/lib/api/types';
import type { TipFacts } from './tip-entry';

/** What the node of one's own wallet answered: anything at all, until it is read. */
export interface NodeAnswers {
  /** `eth_chainId` */
  chainId: unknown;
  /** `eth_getTransactionByHash` */
  transaction: unknown;
  /** `eth_getTransactionReceipt` */
  receipt: unknown;
  /** `eth_getBlockByNumber`, of the block in which the receipt stands. */
  block: unknown;
  /** `eth_getBlockByNumber`, `latest`. */
  head: unknown;
  /** `eth_getBlockByNumber`, `finalized`; where the chain says what is final. */
  finalized: unknown;
}

/** Why a node contradicts a tip that is said to be final. */
export type Contradiction =
  'missing' | 'failed' | 'sender' | 'recipient' | 'amount' | 'token' | 'ambiguous' | 'taken-back';

/** What the node of one's own wallet says of a tip that the server says is final. */
export type OwnWord =
  | { says: 'paid' }
  /** Paid as promised; the node does not know yet that nothing changes that. */
  | { says: 'soon' }
  | { says: 'otherwise'; why: Contradiction }
  /** It is of another chain, knows too little, or makes no sense. */
  | { says: 'nothing' };

/** keccak256 of `Transfer(address,address,uint256)`. */
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

const NOTHING: OwnWord = { says: 'nothing' };

type Fields = Record<string, unknown>;

/**
 * Judges a tip by a node alone. From the server come the terms, and nothing of what it says of the
 * payment: the transaction succeeded, its block is one of the chain, and it moved just this amount to
 * just this address, from the wallet that is named; of a token by exactly one event of its contract.
 */
export function ownWord(tip: TipFacts, chain: PaymentChain, answers: NodeAnswers): OwnWord {
  const head = fields(answers.head);
  const height = quantity(head?.number);
  const time = quantity(head?.timestamp);
  if (
    tip.hash === undefined ||
    tip.chain !== chain.id ||
    quantity(answers.chainId) !== BigInt(chain.id) ||
    height === undefined ||
    time === undefined
  ) {
    return NOTHING;
  }
  const said = Date.parse(tip.at);
  if (answers.receipt === null) {
    // A node that lags cannot know; one that is further than the server was then should.
    return Number(time) * 1_000 > said ? otherwise('missing') : NOTHING;
  }
  const receipt = fields(answers.receipt);
  const transaction = fields(answers.transaction);
  const block = fields(answers.block);
  const number = quantity(receipt?.blockNumber);
  const status = quantity(receipt?.status);
  if (
    receipt === undefined ||
    transaction === undefined ||
    number === undefined ||
    status === undefined ||
    !same(receipt.transactionHash, tip.hash) ||
    !same(transaction.hash, tip.hash) ||
    !isText(receipt.blockHash) ||
    number > height
  ) {
    return NOTHING;
  }
  if (block === undefined || quantity(block.number) !== number || !isText(block.hash)) {
    return NOTHING;
  }
  if (!same(block.hash, receipt.blockHash)) {
    return otherwise('taken-back');
  }
  if (status !== 1n) {
    return otherwise('failed');
  }
  const fault =
    tip.token === undefined
      ? sentFault(tip, transaction)
      : movedFault(tip, tip.token, chain, receipt.logs);
  if (fault === 'senseless') {
    return NOTHING;
  }
  if (fault !== undefined) {
    return otherwise(fault);
  }
  const last = quantity(fields(answers.finalized)?.number);
  const isFinal =
    chain.depth === undefined
      ? last !== undefined && number <= last
      : height - number + 1n >= BigInt(chain.depth);
  return { says: isFinal ? 'paid' : 'soon' };
}

type Fault = Contradiction | 'senseless' | undefined;

function sentFault(tip: TipFacts, transaction: Fields): Fault {
  const value = quantity(transaction.value);
  if (!isText(transaction.from) || value === undefined) {
    return 'senseless';
  }
  return tip.from !== undefined && !same(transaction.from, tip.from)
    ? 'sender'
    : !same(transaction.to, tip.address)
      ? 'recipient'
      : value === tip.units
        ? undefined
        : 'amount';
}

/** Whether exactly one event of the listed token says that it was paid; else what does not fit. */
function movedFault(tip: TipFacts, token: string, chain: PaymentChain, logs: unknown): Fault {
  const listed = chain.tokens.find(({ address }) => same(address, token));
  if (listed?.decimals !== tip.decimals || listed.symbol !== tip.symbol || !Array.isArray(logs)) {
    return 'senseless';
  }
  const moved = logs.flatMap((log: unknown) => {
    const transfer = transferOf(fields(log), token);
    return transfer === undefined ? [] : [transfer];
  });
  const given = moved.filter(({ from }) => tip.from === undefined || same(from, tip.from));
  const received = given.filter(({ to }) => same(to, tip.address));
  const exact = received.filter(({ units }) => units === tip.units);
  return moved.length === 0
    ? 'token'
    : given.length === 0
      ? 'sender'
      : received.length === 0
        ? 'recipient'
        : exact.length === 0
          ? 'amount'
          : exact.length === 1
            ? undefined
            : 'ambiguous';
}

function transferOf(log: Fields | undefined, token: string) {
  const { address, topics, data, removed } = log ?? {};
  if (!same(address, token) || !Array.isArray(topics) || topics.length !== 3 || removed === true) {
    return undefined;
  }
  const [event, from, to] = topics.map(word);
  const units = word(data);
  return event === TRANSFER && from !== undefined && to !== undefined && units !== undefined
    ? { from: `0x${from.slice(-40)}`, to: `0x${to.slice(-40)}`, units: BigInt(units) }
    : undefined;
}

function otherwise(why: Contradiction): OwnWord {
  return { says: 'otherwise', why };
}

function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

/** A number as nodes write it; undefined for everything else. */
function quantity(value: unknown): bigint | undefined {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{1,64}$/.test(value)
    ? BigInt(value)
    : undefined;
}

/** A word of 32 bytes, in small letters; undefined for everything else. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{64}$/.test(value)
    ? value.toLowerCase()
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether both are the same address or hash; the letters of an address may be a checksum. */
function same(a: unknown, b: unknown): boolean {
  return isText(a) && isText(b) && a.toLowerCase() === b.toLowerCase();
}
