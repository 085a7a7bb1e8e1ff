import type { Tip } from '@/lib/api/types';

/** All that somebody has given of one thing. */
export interface Given {
  chain: number;
  symbol: string;
  decimals: number;
  units: bigint;
}

/** Somebody who has tipped this person. */
export interface Supporter {
  person: string;
  /** In how many months of the calendar (UTC). */
  months: number;
  tips: number;
  /** The last one. */
  last: Tip;
  given: readonly Given[];
}

/** Who has tipped an account, those first who did so in most months: only what is final counts. */
export function supportersOf(tips: readonly Tip[], account: string): Supporter[] {
  const byPerson = new Map<string, Tip[]>();
  for (const tip of tips) {
    if (tip.recipient === account && tip.state === 'final') {
      byPerson.set(tip.payer, [...(byPerson.get(tip.payer) ?? []), tip]);
    }
  }
  return [...byPerson]
    .map(([person, theirs]) => supporter(person, theirs))
    .sort(
      (a, b) => b.months - a.months || Date.parse(b.last.createdAt) - Date.parse(a.last.createdAt),
    );
}

function supporter(person: string, tips: readonly Tip[]): Supporter {
  const given = new Map<string, Given>();
  for (const { chain, token, symbol, decimals, amount } of tips) {
    const key = `${chain}:${token?.toLowerCase() ?? ''}:${decimals}`;
    const before = given.get(key) ?? { chain, symbol, decimals, units: 0n };
    given.set(key, { ...before, units: before.units + BigInt(amount) });
  }
  return {
    person,
    months: new Set(tips.map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 7)))
      .size,
    tips: tips.length,
    last: tips.reduce((one, other) =>
      Date.parse(other.createdAt) > Date.parse(one.createdAt) ? other : one,
    ),
    given: [...given.values()],
  };
}
