import { useState } from 'react';
import { useWords } from '../language/language-context.js';
import type { Veil } from '../safety/veil.js';
import { Button } from './button.js';
import './picture.css';

interface PictureProps {
  /** A thumbnail of our own server; nobody else learns that it was looked at. */
  src: string;
  alt: string;
  /** Pixels of the original, where the dataset names them. */
  width: number | null;
  height: number | null;
  /** Why it is covered until somebody asks for it. What is called unsafe, or was reported, is not even loaded before. */
  veil: Veil;
  /** Where a page keeps for several pictures whether they were asked for. */
  asked?: { readonly isAsked: boolean; readonly ask: () => void };
  isUrgent?: boolean;
}

/** One picture on its mat. The frame has its size before the picture comes, and keeps it when none does. */
export function Picture({ src, alt, width, height, veil, asked, isUrgent = false }: PictureProps) {
  const words = useWords();
  const [isGone, setGone] = useState(false);
  const [isUnveiled, setUnveiled] = useState(false);
  const isCovered = veil !== 'none' && !(asked?.isAsked ?? isUnveiled);
  const isGrave = veil === 'unsafe' || veil === 'reported';
  return (
    <div
      className={isCovered ? `picture picture--covered picture--${veil}` : 'picture'}
      style={{ aspectRatio: pictureRatio(width, height) }}
    >
      {isGone && <PictureGone />}
      {!isGone && !(isCovered && isGrave) && (
        <img
          className="picture__image"
          src={src}
          alt={isCovered ? '' : alt}
          loading={isUrgent ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => {
            setGone(true);
          }}
        />
      )}
      {isCovered && !isGone && (
        <div className="picture__veil">
          {isGrave && <p>{words.picture[veil]}</p>}
          <Button
            onClick={() => {
              if (asked === undefined) setUnveiled(true);
              else asked.ask();
            }}
          >
            <svg className="picture__eye" viewBox="0 0 24 16" aria-hidden="true">
              <path
                d="M1 8c3-5 7-7 11-7s8 2 11 7c-3 5-7 7-11 7S4 13 1 8z"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
              />
              <circle cx="12" cy="8" r="3.2" fill="currentColor" />
            </svg>
            <span className="picture__ask">
              {veil === 'unrated' ? words.picture.unrated : words.picture.unveil}
            </span>
          </Button>
        </div>
      )}
    </div>
  );
}

/** Width over height, within what a row can hang; a picture beyond that keeps its own shape inside the frame. */
export function pictureRatio(width: number | null, height: number | null): number {
  if (width === null || height === null || width <= 0 || height <= 0) {
    return 1;
  }
  return Math.min(Math.max(width / height, 0.62), 2.6);
}

function PictureGone() {
  const words = useWords();
  return (
    <div className="picture__gone">
      <svg viewBox="0 0 48 40" aria-hidden="true">
        <path d="M4 4h40v32H4z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="4 3" />
        <path d="m10 30 9-11 7 8 4-5 8 8" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <circle cx="32" cy="13" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <p>{words.picture.gone}</p>
    </div>
  );
}
