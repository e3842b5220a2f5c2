/** Items of Chromaprint as leaves write them: four bytes each, the highest first. */
export function bigEndianItems(items: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(items.length * 4);
  const view = new DataView(bytes.buffer);
  items.forEach((item, at) => {
    view.setUint32(at * 4, item);
  });
  return bytes;
}
