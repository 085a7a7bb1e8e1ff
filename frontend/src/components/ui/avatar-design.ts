/** Pairs of a ground and a figure; the letter on the ground keeps 4.5:1. */
const palette = [
  ['#0f5e46', '#2f8f6f'],
  ['#7a3b12', '#b5692f'],
  ['#5b3a8c', '#8a66bd'],
  ['#175a86', '#3c86b5'],
  ['#8a2846', '#bf5674'],
  ['#4f5a12', '#848f35'],
  ['#36456b', '#6577a6'],
  ['#6f2c6b', '#a3589e'],
  ['#135f63', '#3b9296'],
  ['#843024', '#bd6153'],
] as const;

export interface AvatarDesign {
  ground: string;
  figure: string;
  /** Degrees. */
  turn: number;
  shape: 'disc' | 'bar' | 'arc' | 'corner';
}

const shapes = ['disc', 'bar', 'arc', 'corner'] as const;

/** The same person looks the same everywhere, and two people rarely look alike. */
export function avatarDesign(id: string): AvatarDesign {
  const hash = fnv1a(id);
  const [ground, figure] = palette[hash % palette.length] ?? palette[0];
  return {
    ground,
    figure,
    turn: ((hash >>> 8) % 12) * 30,
    shape: shapes[(hash >>> 16) % shapes.length] ?? 'disc',
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The first letters of the first two words. */
export function initials(name: string): string {
  return name
    .trim()
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => Array.from(word).slice(0, 1).join(''))
    .join('')
    .toUpperCase();
}
