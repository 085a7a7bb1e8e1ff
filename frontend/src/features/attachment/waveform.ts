import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';

/** Bars of a voice message, in a message and on the screen. */
export const BARS = 48;

/** So many bars of what was measured while it was recorded, each from 0 to 1. */
export function toWaveform(levels: readonly number[]): string {
  const bars = Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / BARS));
    return Math.max(0, ...levels.slice(from, to));
  });
  const loudest = Math.max(0.05, ...bars);
  return toBase64Url(Uint8Array.from(bars, (level) => Math.round((level / loudest) * 255)));
}

/** The bars of a waveform, each from 0 to 1. */
export function barsOf(waveform: string): number[] {
  return Array.from(fromBase64Url(waveform), (level) => level / 255);
}
