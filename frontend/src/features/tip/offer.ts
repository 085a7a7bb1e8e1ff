import type { PaymentChain, Token } from '@/lib/api/types';

/** Something that can be given: the currency of a chain, or a token there. */
export interface Offer {
  key: string;
  chain: PaymentChain;
  token: Token;
}

export function offersOf(chains: readonly PaymentChain[]): Offer[] {
  return chains.flatMap((chain) =>
    [chain.currency, ...chain.tokens].map((token): Offer => ({
      key: keyOf(chain.id, token.address),
      chain,
      token,
    })),
  );
}

/** What is meant by a chain and a contract there; undefined when it is not given here. */
export function findOffer(
  offers: readonly Offer[],
  chain: number,
  token: string | undefined,
): Offer | undefined {
  return offers.find(({ key }) => key === keyOf(chain, token));
}

function keyOf(chain: number, token: string | undefined): string {
  return `${chain}:${token?.toLowerCase() ?? ''}`;
}
