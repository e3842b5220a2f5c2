import { bytesToHex } from '@noble/hashes/utils.js';
import { hashToken, newToken } from '../accounts/secrets.js';
import type { Member, Organisation } from '../ports/organisations.js';
import { MailNotSent } from '../ports/surroundings.js';
import type { Registry } from '../registry.js';
import { hasSaidNo } from './answer-membership.js';
import { membershipMail } from './mails/membership-mail.js';

/** Mails in a minute: a mail server takes hundreds from a stranger amiss. */
const A_ROUND = 60;
/** For so long a mail belongs to the server that began it; after that it is tried again. */
const LEASE_MS = 3_600_000;

/**
 * Tells members for whom an organisation has begun to speak, each once, with the link by which they leave or answer. Whoever has said that they
 * want no such mails gets none. May be called by several servers at once.
 * @returns how many were told
 */
export async function tellMembers(registry: Registry): Promise<number> {
  const { clock, mailer, store } = registry;
  if (!mailer.isEnabled) return 0;
  const now = clock();
  const due = await store.members.leaseUntold(now, new Date(now.getTime() + LEASE_MS), A_ROUND);
  const refusing = await store.members.refusing(due.flatMap(({ emailDigest }) => emailDigest ?? []));
  const silent = new Set(refusing.map(bytesToHex));
  const organisations = await store.organisations.byIds(due.map(({ organisationId }) => organisationId));
  let told = 0;
  for (const member of due) {
    const organisation = organisations.find(({ id }) => id === member.organisationId);
    const isSilent = member.emailDigest !== undefined && silent.has(bytesToHex(member.emailDigest));
    if (organisation === undefined || isSilent) {
      await store.members.update(member.id, { tellAt: undefined });
    } else if (await tell(registry, member, organisation)) {
      told += 1;
    }
  }
  return told;
}

async function tell(registry: Registry, member: Member, organisation: Organisation): Promise<boolean> {
  const { clock, mailer, random, settings, sha256, store } = registry;
  if (member.email === undefined) return false;
  const token = newToken(random);
  await store.members.update(member.id, { tokenHash: hashToken(sha256, token) });
  const mail = membershipMail({
    registry: settings.name,
    organisation: organisation.name,
    saysNo: await hasSaidNo(store, organisation.accountId),
    link: `${settings.publicUrl}/membership/${token}`,
  });
  try {
    await mailer.send({ to: member.email, ...mail });
  } catch (error) {
    if (error instanceof MailNotSent) return false;
    throw error;
  }
  await store.members.update(member.id, { tellAt: undefined, toldAt: clock() });
  return true;
}
