import type { EnumValue } from '../../../client/graphql.js';
import { CARD_COLOURS } from './card-colours.js';

/** The sign of an answer, as `AnswerMark` has it, in a square whose upper left corner is given. */
export function drawMark(
  context: CanvasRenderingContext2D,
  answer: EnumValue<'Preference'>,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const colour = CARD_COLOURS.answers[answer];
  context.save();
  context.translate(x, y);
  context.scale(size / 24, size / 24);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (answer === 'DENY') {
    context.fill(new Path2D('M1 12a11 11 0 1 0 22 0a11 11 0 1 0-22 0'));
    context.fillStyle = CARD_COLOURS.paper;
    context.fillRect(5, 10, 14, 4);
  } else {
    context.lineWidth = 2;
    context.stroke(new Path2D('M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0'));
    if (answer === 'CONDITIONAL') context.fill(new Path2D('M12 2a10 10 0 0 0 0 20z'));
    else {
      context.lineWidth = 2.6;
      context.stroke(new Path2D('M6.5 12.4 10.4 16.2 17.6 8.2'));
    }
  }
  context.restore();
}
