import type { Exhibit, ExhibitStore } from '../../app/ports/dispute-exchange.js';
import { ExhibitRow } from '../entities/exhibit.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const OF_DISPUTES = `
  SELECT * FROM exhibits WHERE dispute_id = ANY ($1::uuid[]) ORDER BY submitted_at, id`;

export class ExhibitRepository implements ExhibitStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add({ file, ...exhibit }: Exhibit): Promise<void> {
    await this.#session.insert(ExhibitRow, {
      ...exhibit,
      fileName: file?.name,
      fileSha256: file?.sha256,
      fileBytes: file?.bytes,
    });
  }

  async ofDisputes(disputeIds: readonly string[]): Promise<Exhibit[]> {
    const rows = await this.#session.rows(ExhibitRow, OF_DISPUTES, [disputeIds.filter(isUuid)]);
    return rows.map(({ fileName, fileSha256, fileBytes, ...exhibit }) => ({
      ...exhibit,
      file:
        fileName === undefined || fileSha256 === undefined || fileBytes === undefined
          ? undefined
          : { name: fileName, sha256: fileSha256, bytes: fileBytes },
    }));
  }
}
