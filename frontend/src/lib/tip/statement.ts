import type { PaymentChain, Tip } from '@/lib/api/types';
import { formatAmount } from './amount';

/** One tip as accounts are kept: everything in words and numbers that other programs read. */
export interface StatementLine {
  id: string;
  /** RFC 3339. */
  at: string;
  direction: 'given' | 'received';
  person: string;
  personId: string;
  /** All of its digits. */
  amount: string;
  symbol: string;
  token: string;
  chain: number;
  network: string;
  address: string;
  state: Tip['state'];
  transaction: string;
}

const COLUMNS = [
  'at',
  'direction',
  'person',
  'amount',
  'symbol',
  'state',
  'network',
  'chain',
  'token',
  'address',
  'transaction',
  'personId',
  'id',
] satisfies (keyof StatementLine)[];

/** The tips of an account, as it sees them. */
export function statementOf(
  tips: readonly Tip[],
  account: string,
  chains: readonly PaymentChain[],
  nameOf: (tip: Tip, person: string) => string,
): StatementLine[] {
  return tips.map((tip) => {
    const isOwn = tip.payer === account;
    const personId = isOwn ? tip.recipient : tip.payer;
    return {
      id: tip.id,
      at: tip.createdAt,
      direction: isOwn ? 'given' : 'received',
      person: nameOf(tip, personId),
      personId,
      amount: formatAmount(BigInt(tip.amount), tip.decimals),
      symbol: tip.symbol,
      token: tip.token ?? '',
      chain: tip.chain,
      network: chains.find(({ id }) => id === tip.chain)?.name ?? '',
      address: tip.address,
      state: tip.state,
      transaction: tip.hash ?? '',
    };
  });
}

/** As RFC 4180 has it. */
export function toCsv(lines: readonly StatementLine[]): string {
  const rows = lines.map((line) => COLUMNS.map((column) => cell(String(line[column]))));
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** Spreadsheets take what begins like a formula for one, also in a name that somebody has chosen. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
