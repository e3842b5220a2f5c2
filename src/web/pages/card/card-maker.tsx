import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CopyText } from '../../parts/copy-text.js';
import { FileChoice } from '../../parts/file-choice.js';
import { Notice } from '../../parts/notice.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { PICTURE_TYPES } from './picture-types.js';
import { useSession } from '../../session/use-session.js';
import type { PublicStatement } from '../../verification/operations.js';
import { CARD_SHAPES, type CardShape } from './card-shapes.js';
import { drawCard } from './draw-card.js';
import { handOn } from './hand-on.js';

const SHAPES = Object.keys(CARD_SHAPES) as CardShape[];

/** The card as it will be, and what can be chosen about it. */
export function CardMaker({ statement }: { statement: PublicStatement }) {
  const { words, formats } = useLanguage();
  const { registry } = useSession();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shape, setShape] = useState<CardShape>('story');
  const [picture, setPicture] = useState<ImageBitmap>();
  const [hasFailed, setFailed] = useState(false);
  const link = `${window.location.origin}/say-no`;
  const { preference, use, statedAt, logIndex } = statement;
  const sentence = words.sentence(preference, use);
  const name = registry?.name ?? 'Assent';
  useEffect(() => {
    if (canvas.current === null) return;
    const styles = getComputedStyle(document.documentElement);
    const face = (property: string): string => styles.getPropertyValue(property).replaceAll(/\s+/g, ' ');
    drawCard(canvas.current, {
      shape,
      answer: preference,
      picture,
      faces: { text: face('--face-text'), use: face('--face-use') },
      texts: {
        registry: name,
        sentence,
        record: words.card.record(formats.day(statedAt), formats.count(logIndex)),
        invitation: words.card.invitation,
        link,
      },
    });
  }, [shape, picture, name, sentence, preference, statedAt, logIndex, link, words, formats]);

  const take = async (file: File): Promise<void> => {
    setFailed(false);
    try {
      setPicture(await createImageBitmap(file));
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="stack stack--loose">
      <p className="lead">{words.card.lead}</p>
      <RadioGroup
        legend={words.card.shape}
        value={shape}
        options={SHAPES.map((value) => ({ value, label: words.card.shapes[value] }))}
        onValue={setShape}
      />
      <canvas
        ref={canvas}
        className={`card card--${shape}`}
        role="img"
        aria-label={words.card.shows(sentence)}
      />
      <div className="row">
        <Button
          look="filled"
          onClick={() => {
            if (canvas.current !== null) void handOn(canvas.current, `${words.card.message} ${link}`, shape);
          }}
        >
          {words.card.take}
        </Button>
        {picture !== undefined && (
          <Button
            look="plain"
            onClick={() => {
              setPicture(undefined);
            }}
          >
            {words.card.withoutPicture}
          </Button>
        )}
      </div>
      <FileChoice
        accept={PICTURE_TYPES}
        label={words.card.picture}
        hint={words.card.pictureHint}
        onFile={(file) => void take(file)}
      />
      {hasFailed && (
        <Notice tone="bad" role="alert">
          <p>{words.card.unreadable}</p>
        </Notice>
      )}
      <section className="section stack">
        <h2>{words.card.linkTitle}</h2>
        <p>{words.card.linkWhy}</p>
        <CopyText label={words.card.linkTitle} text={link} />
      </section>
    </div>
  );
}
