import { createHash } from 'node:crypto';
import type { TableSource } from '../app/ports/tables.js';
import { fileIdentity } from './file-identity.js';
import { NpyFile } from './npy-file.js';
import { TableFile } from './table-file.js';
import { UnreadableTable } from './unreadable-table.js';

/** Metadata and vectors of clip-retrieval: row i of the one belongs to row i of the other. */
export class EmbeddedTable implements TableSource {
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly rowCount: number;

  private constructor(
    private readonly table: TableFile,
    readonly vectors: NpyFile,
    readonly identity: Uint8Array,
  ) {
    this.fileName = table.fileName;
    this.columns = table.columns;
    this.rowCount = vectors.rows;
  }

  /** @throws UnreadableTable, also when there are not as many vectors as rows */
  static async open(
    metadata: string,
    embeddings: string,
    options: { readonly memory?: string } = {},
  ): Promise<EmbeddedTable> {
    const table = await TableFile.open(metadata, options);
    try {
      const vectors = await NpyFile.open(embeddings);
      if (vectors.rows !== table.rowCount) {
        await vectors.close();
        throw new UnreadableTable(
          embeddings,
          `it has ${vectors.rows} vectors, and ${table.fileName} has ${table.rowCount} rows; they must be as many.`,
        );
      }
      const identity = createHash('sha256')
        .update(table.identity)
        .update(await fileIdentity(embeddings));
      return new EmbeddedTable(table, vectors, new Uint8Array(identity.digest()));
    } catch (error) {
      table.close();
      throw error;
    }
  }

  batches(columns?: readonly string[], from?: number): AsyncGenerator<unknown[][]> {
    return this.table.batches(columns, from);
  }

  async close(): Promise<void> {
    this.table.close();
    await this.vectors.close();
  }
}
