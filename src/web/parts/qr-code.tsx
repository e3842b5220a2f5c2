import { useMemo } from 'react';
import './qr-code.css';
import { qrShape } from './qr-shape.js';

interface QrCodeProps {
  text: string;
  /** What it holds, for those who do not see it. */
  label: string;
}

/** Dark on light in every theme: readers of codes expect it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrShape(text), [text]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className="qr-code__light" />
      <path d={path} className="qr-code__dark" />
    </svg>
  );
}
