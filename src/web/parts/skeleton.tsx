import { useWords } from '../language/language-context.js';
import './skeleton.css';

/** Lines where text will be. Nothing moves for readers who asked for less motion. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const words = useWords();
  return (
    <div className="skeleton" role="status">
      <span className="hidden-label">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton__line" />
      ))}
    </div>
  );
}

const RATIOS = [0.8, 1.4, 1, 1.6, 0.75, 1.25, 1, 1.5];

/** Frames where pictures will hang. */
export function SkeletonPictures() {
  const words = useWords();
  return (
    <div className="skeleton-pictures" role="status">
      <span className="hidden-label">{words.loading}</span>
      {RATIOS.map((ratio, index) => (
        <span
          key={index}
          className="skeleton-pictures__frame"
          style={{ flexGrow: ratio, flexBasis: `calc(${ratio} * var(--hang))`, aspectRatio: ratio }}
        />
      ))}
    </div>
  );
}
