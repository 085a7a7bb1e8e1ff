import encodeQr from 'qr';

/** Modules of white around, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** A QR code as a path of unit squares, and the side of the square it fills. */
export function qrPath(text: string): { size: number; path: string } {
  const rows = encodeQr(text, 'raw', { ecc: 'low', border: QUIET });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size: rows.length, path };
}
