import type { CardShape } from './card-shapes.js';

/** Hands the card to what the device shares with, with a few words and the link; where it shares with nothing, saves it as a file. */
export async function handOn(canvas: HTMLCanvasElement, message: string, shape: CardShape): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) return;
  const file = new File([blob], `assent-${shape}.png`, { type: 'image/png' });
  const shared = { files: [file], text: message };
  // Not every browser has it, whatever the types say.
  const sharing: Partial<Pick<Navigator, 'canShare' | 'share'>> = navigator;
  if (sharing.canShare?.call(navigator, shared) === true && sharing.share !== undefined) {
    // Whoever closes the sheet has changed their mind, and nothing has gone wrong.
    await sharing.share.call(navigator, shared).catch(() => undefined);
    return;
  }
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
