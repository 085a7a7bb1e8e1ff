import { useMemo } from 'react';
import { qrPath } from './qr-path';

interface QrCodeProps {
  text: string;
  /** What it is for, to those who do not see it. */
  label: string;
}

/** A QR code; dark on white in every theme, since not every camera reads the opposite. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-72 rounded-xl"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
