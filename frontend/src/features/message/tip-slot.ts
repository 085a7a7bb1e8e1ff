import { createContext, useContext, type ReactNode } from 'react';
import type { TipFacts } from '@/lib/tip/tip-entry';

/** What tips show among the messages; they stand above them, so it is handed down. */
export interface TipSlot {
  bubble: (tip: TipFacts) => ReactNode;
  /** Begins a tip; undefined where nobody can be tipped. */
  give: (() => void) | undefined;
}

export const TipSlotContext = createContext<TipSlot>({ bubble: () => null, give: undefined });

export function useTipSlot(): TipSlot {
  return useContext(TipSlotContext);
}
