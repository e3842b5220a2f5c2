import type { EnumValue } from '../../../client/graphql.js';
import { qrShape } from '../../parts/qr-shape.js';
import { CARD_COLOURS } from './card-colours.js';
import { CARD_SHAPES, type CardShape } from './card-shapes.js';
import { drawMark } from './draw-mark.js';
import { wrapLines } from './wrap-lines.js';

/** What is written on a card. All of it is public. */
export interface CardTexts {
  readonly registry: string;
  /** "No to AI training" */
  readonly sentence: string;
  /** When it was said, and where it stands. */
  readonly record: string;
  readonly invitation: string;
  /** Where a friend says no: shown as text, and as a code for cameras. */
  readonly link: string;
}

export interface Card {
  readonly shape: CardShape;
  readonly answer: EnumValue<'Preference'>;
  readonly texts: CardTexts;
  /** Of the person's own choosing; it is drawn here and goes nowhere. */
  readonly picture: ImageBitmap | undefined;
  readonly faces: { readonly text: string; readonly use: string };
}

const MARGIN = 88;
const TOP_RULE = 26;
const QR_SIZE = 220;
const GAP = 44;
const LINE = 1.35;
const SENTENCE = { story: 112, square: 92, withPicture: 64 } as const;
const LEAST_SENTENCE = 40;
/** Of the height of a card. */
const MOST_OF_PICTURE = 0.44;

/** Draws a card onto a canvas of its size. */
export function drawCard(canvas: HTMLCanvasElement, card: Card): void {
  const { width, height } = CARD_SHAPES[card.shape];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = CARD_COLOURS.paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = CARD_COLOURS.ink;
  context.fillRect(0, 0, width, TOP_RULE);
  context.textBaseline = 'alphabetic';
  const top = drawHead(context, card);
  const bottom = drawFoot(context, card, height);
  drawMiddle(context, card, top, bottom);
}

function drawHead(context: CanvasRenderingContext2D, { texts, faces }: Card): number {
  const size = 56;
  const base = TOP_RULE + 104;
  drawMark(context, 'DENY', { x: MARGIN, y: base - size + 8, size: 48 });
  context.fillStyle = CARD_COLOURS.ink;
  context.font = `${fitting(context, texts.registry, 760, size, faces.text)}px ${faces.text}`;
  context.fillText(texts.registry, MARGIN + 68, base);
  return base + GAP;
}

/** The code, and what it is for beside it. Answers where it begins. */
function drawFoot(context: CanvasRenderingContext2D, { texts, faces }: Card, height: number): number {
  const top = height - MARGIN - QR_SIZE;
  const { size, path } = qrShape(texts.link);
  context.save();
  context.translate(MARGIN, top);
  context.scale(QR_SIZE / size, QR_SIZE / size);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  context.restore();
  const left = MARGIN + QR_SIZE + GAP;
  const room = CARD_SHAPES.story.width - MARGIN - left;
  const lines = [
    ...linesOf(context, texts.invitation, { width: room, size: 42, weight: 600, face: faces.use }),
    ...linesOf(context, bare(texts.link), { width: room, size: 34, weight: 400, face: faces.use }),
  ];
  const block = lines.reduce((sum, { size: each }) => sum + each * LINE, 0);
  write(context, lines, left, top + (QR_SIZE - block) / 2, CARD_COLOURS.ink);
  return top - GAP;
}

function drawMiddle(context: CanvasRenderingContext2D, card: Card, top: number, bottom: number): void {
  const { shape, answer, texts, faces, picture } = card;
  const { width, height } = CARD_SHAPES[shape];
  const size = sentenceSize(context, card);
  const left = MARGIN + size * 1.4;
  const room = width - MARGIN - left;
  const small = picture !== undefined && shape === 'square' ? 32 : 38;
  const lines = [
    ...linesOf(context, texts.sentence, { width: room, size, weight: 400, face: faces.text }),
    ...linesOf(context, texts.record, { width: room, size: small, weight: 400, face: faces.use }),
  ];
  const block = lines.reduce((sum, line) => sum + line.size * LINE, 0);
  let from = top;
  if (picture !== undefined) {
    // The words come first: the picture has what they leave.
    const most = Math.min(height * MOST_OF_PICTURE, bottom - top - block - GAP);
    drawPicture(context, picture, { x: MARGIN, y: top, width: width - 2 * MARGIN, height: most });
    from += most + GAP;
  }
  const start = from + Math.max(0, (bottom - from - block) / 2);
  drawMark(context, answer, { x: MARGIN, y: start + size * 0.18, size });
  write(context, lines, left, start, CARD_COLOURS.answers[answer]);
}

/** As large as may be, and small enough that no word is broken. */
function sentenceSize(context: CanvasRenderingContext2D, { shape, texts, faces, picture }: Card): number {
  const most = picture === undefined ? SENTENCE[shape] : SENTENCE.withPicture;
  const words = texts.sentence.split(/\s+/);
  const fits = (size: number): boolean => {
    context.font = `${size}px ${faces.text}`;
    const room = CARD_SHAPES[shape].width - 2 * MARGIN - size * 1.4;
    return words.every((word) => context.measureText(word).width <= room);
  };
  let size: number = most;
  while (size > LEAST_SENTENCE && !fits(size)) size -= 4;
  return size;
}

/** Whole, on a mat: an own picture is not cropped by us. */
function drawPicture(
  context: CanvasRenderingContext2D,
  picture: ImageBitmap,
  box: { x: number; y: number; width: number; height: number },
): void {
  const mat = 24;
  context.fillStyle = CARD_COLOURS.sheet;
  context.fillRect(box.x, box.y, box.width, box.height);
  const scale = Math.min((box.width - 2 * mat) / picture.width, (box.height - 2 * mat) / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  context.drawImage(
    picture,
    box.x + (box.width - width) / 2,
    box.y + (box.height - height) / 2,
    width,
    height,
  );
}

interface Line {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly isFirst: boolean;
}

function linesOf(
  context: CanvasRenderingContext2D,
  text: string,
  { width, size, weight, face }: { width: number; size: number; weight: number; face: string },
): Line[] {
  const font = `${weight} ${size}px ${face}`;
  context.font = font;
  const lines = wrapLines(text, width, (part) => context.measureText(part).width);
  return lines.map((line) => ({ text: line, font, size, isFirst: weight !== 400 || size > 40 }));
}

function write(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  x: number,
  top: number,
  colour: string,
): void {
  let y = top;
  for (const { text, font, size, isFirst } of lines) {
    y += size * LINE;
    context.font = font;
    context.fillStyle = isFirst ? colour : CARD_COLOURS.soft;
    context.fillText(text, x, y - size * (LINE - 1));
  }
}

/** The largest size, at most `size`, at which a text is no wider than there is room. */
function fitting(
  context: CanvasRenderingContext2D,
  text: string,
  room: number,
  size: number,
  face: string,
): number {
  context.font = `${size}px ${face}`;
  return Math.min(size, (size * room) / context.measureText(text).width);
}

/** An address as people read it out. */
function bare(link: string): string {
  return link.replace(/^https?:\/\//, '');
}
