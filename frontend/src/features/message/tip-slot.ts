import { createContext, useContext, type ReactNode } from 'react';
import type { PaymentRequest } from '@/lib/tip/payment-request';
import type { TipFacts } from '@/lib/tip/tip-entry';

/** A message that asks for a payment. */
export interface AskedFor {
  request: PaymentRequest;
  /** Its author. */
  by: string;
  /** Absent while it is on its way. */
  seq: number | undefined;
  /** The tips that name it. */
  answers: readonly TipFacts[];
}

/** What tips show among the messages; they stand above them, so it is handed down. */
export interface TipSlot {
  bubble: (tip: TipFacts) => ReactNode;
  request: (asked: AskedFor) => ReactNode;
  /** Begins a tip; undefined where nobody can be tipped. */
  give: (() => void) | undefined;
  /** Begins to ask for a payment; undefined where nobody can be asked. */
  ask: (() => void) | undefined;
}

export const TipSlotContext = createContext<TipSlot>({
  bubble: () => null,
  request: () => null,
  give: undefined,
  ask: undefined,
});

export function useTipSlot(): TipSlot {
  return useContext(TipSlotContext);
}
