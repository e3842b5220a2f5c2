/** What somebody presses, and of which the browser decides only at the end of a press whether it counts. */
const CONTROLS = 'a[href], button, label, summary, input:is([type=radio], [type=checkbox])';
/** Whoever draws the pointer farther than that, in CSS pixels, has thought better of it. */
const STILL = 8;

interface Press {
  readonly control: HTMLElement;
  readonly from: DOMRect;
  readonly x: number;
  readonly y: number;
}

/**
 * A press counts for the control on which it began. Browsers ask where it ends: when an answer of the server moves the page under a still
 * pointer in between, nothing is chosen, or what has come to lie there. Then, and only then, the press is given to what was meant.
 */
export function keepPresses(): void {
  let begun: Press | undefined;
  let isGivenBack = false;
  const begin = (event: PointerEvent): void => {
    begun = pressOf(event);
  };
  const end = (event: MouseEvent): void => {
    const press = begun;
    begun = undefined;
    if (press === undefined || !hasSlipped(press, event)) return;
    isGivenBack = true;
    // After the browser's own press, which comes with this event, or does not come.
    setTimeout(() => {
      isGivenBack = false;
      press.control.click();
    });
  };
  const press = (event: MouseEvent): void => {
    if (!isGivenBack) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  document.addEventListener('pointerdown', begin, true);
  document.addEventListener('mouseup', end, true);
  document.addEventListener('click', press, true);
}

function pressOf(event: PointerEvent): Press | undefined {
  const { target, isPrimary, button, clientX: x, clientY: y } = event;
  const isPlain = isPrimary && button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const control = target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
  return isPlain && control !== null ? { control, from: control.getBoundingClientRect(), x, y } : undefined;
}

/** Whether a press ends elsewhere than it began because its control has moved, and not the pointer. */
function hasSlipped({ control, from, x, y }: Press, { target, clientX, clientY }: MouseEvent): boolean {
  if (!control.isConnected || (target instanceof Node && control.contains(target))) return false;
  const to = control.getBoundingClientRect();
  const hasMoved = to.left !== from.left || to.top !== from.top;
  return hasMoved && Math.hypot(clientX - x, clientY - y) <= STILL;
}
