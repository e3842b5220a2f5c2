/** Every file that was dropped, those in folders and below them too, in the order of their names. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  // Entries have to be taken before anything is waited for: the browser takes the list away then.
  const entries = Array.from(items).map((item) => item.webkitGetAsEntry());
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) {
    return Array.from(files);
  }
  const found: File[] = [];
  for (const entry of known) {
    found.push(...(await filesOf(entry)));
  }
  return found;
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [file];
  }
  const found: File[] = [];
  for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) {
    found.push(...(await filesOf(inside)));
  }
  return found;
}

/** A reader hands out a hundred at a time, and none once it is done. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) {
      return found.sort((a, b) => a.name.localeCompare(b.name));
    }
    found.push(...some);
  }
}
