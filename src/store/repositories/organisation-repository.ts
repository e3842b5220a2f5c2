import type {
  Colleague,
  Invitation,
  Organisation,
  OrganisationStore,
  Staff,
} from '../../app/ports/organisations.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { OrganisationInvitationRow } from '../entities/organisation-invitation.entity.js';
import { OrganisationStaffRow } from '../entities/organisation-staff.entity.js';
import { OrganisationRow } from '../entities/organisation.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const BY_NAME: Keyset<Organisation> = {
  list: 'organisations',
  key: [
    { sql: 'name', type: 'text' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'ASC',
  keyOf: ({ name, id }) => [name, id],
};

const BY_PSEUDONYMS = `
  SELECT organisations.id, accounts.pseudonym FROM organisations JOIN accounts ON accounts.id = account_id
  WHERE pseudonym = ANY ($1::text[])`;

const STAFF = `
  SELECT account_id, email FROM organisation_staff JOIN accounts ON accounts.id = account_id
  WHERE organisation_id = $1`;

export class OrganisationRepository implements OrganisationStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(organisation: Organisation): Promise<void> {
    await this.#session.insert(OrganisationRow, organisation);
  }

  async byId(id: string): Promise<Organisation | undefined> {
    const [found] = await this.byIds([id]);
    return found;
  }

  async byIds(ids: readonly string[]): Promise<Organisation[]> {
    const sql = 'SELECT * FROM organisations WHERE id = ANY ($1::uuid[])';
    return this.#session.rows(OrganisationRow, sql, [ids.filter(isUuid)]);
  }

  async byAccounts(accountIds: readonly string[]): Promise<Organisation[]> {
    const sql = 'SELECT * FROM organisations WHERE account_id = ANY ($1::uuid[])';
    return this.#session.rows(OrganisationRow, sql, [accountIds.filter(isUuid)]);
  }

  async byPseudonyms(pseudonyms: readonly string[]): Promise<(Organisation & { pseudonym: string })[]> {
    const named = await this.#session.query<{ id: string; pseudonym: string }>(BY_PSEUDONYMS, [pseudonyms]);
    const found = await this.byIds(named.map(({ id }) => id));
    return found.map((one) => ({
      ...one,
      pseudonym: named.find(({ id }) => id === one.id)?.pseudonym ?? '',
    }));
  }

  async update(
    id: string,
    change: Partial<Pick<Organisation, 'claimId' | 'pause' | 'suspendedAt'>>,
  ): Promise<void> {
    await this.#session.update(OrganisationRow, { id }, change);
  }

  async page(page: PageRequest): Promise<Page<Organisation>> {
    return readPage(BY_NAME, page, [], ({ after, tail, parameters }) =>
      this.#session.rows(OrganisationRow, `SELECT * FROM organisations WHERE ${after} ${tail}`, parameters),
    );
  }

  async all(): Promise<Organisation[]> {
    return this.#session.rows(OrganisationRow, 'SELECT * FROM organisations ORDER BY id', []);
  }

  async putStaff(staff: Staff): Promise<void> {
    await this.#session.upsert(OrganisationStaffRow, staff, ['organisationId', 'accountId']);
  }

  async removeStaff(organisationId: string, accountId: string): Promise<void> {
    await this.#session.execute(
      'DELETE FROM organisation_staff WHERE organisation_id = $1 AND account_id = $2',
      [organisationId, accountId],
    );
  }

  async staffOf(organisationId: string): Promise<Colleague[]> {
    const order = { since: 'ASC', accountId: 'ASC' } as const;
    const staff = await this.#session.find(OrganisationStaffRow, { organisationId }, order);
    const known = await this.#session.query<{ account_id: string; email: string | null }>(STAFF, [
      organisationId,
    ]);
    return staff.map((one) => ({
      ...one,
      email: known.find(({ account_id: id }) => id === one.accountId)?.email ?? undefined,
    }));
  }

  async placesOf(accountId: string): Promise<Staff[]> {
    return this.#session.find(OrganisationStaffRow, { accountId }, { since: 'ASC' });
  }

  async invite(invitation: Invitation): Promise<void> {
    await this.#session.upsert(OrganisationInvitationRow, invitation, ['organisationId', 'email']);
  }

  async invitation(organisationId: string, email: string): Promise<Invitation | undefined> {
    const [found] = await this.#session.find(OrganisationInvitationRow, { organisationId, email });
    return found;
  }

  async invitationsOf(organisationId: string): Promise<Invitation[]> {
    return this.#session.find(OrganisationInvitationRow, { organisationId }, { invitedAt: 'ASC' });
  }

  async invitationsTo(email: string, now: Date): Promise<Invitation[]> {
    const found = await this.#session.find(OrganisationInvitationRow, { email }, { invitedAt: 'ASC' });
    return found.filter(({ expiresAt }) => expiresAt > now);
  }

  async removeInvitation(organisationId: string, email: string): Promise<void> {
    await this.#session.execute(
      'DELETE FROM organisation_invitations WHERE organisation_id = $1 AND email = $2',
      [organisationId, email],
    );
  }
}
