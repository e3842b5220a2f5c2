// Opens a verified organisation in the data folder of the environment, which has said no for its members.
import { randomBytes, randomUUID } from 'node:crypto';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { composeRegistry } = await built('compose-registry');
const { loadConfig } = await built('config');
const { createUser } = await built('app/accounts/create-user');
const { openClaim } = await built('app/claims/open-claim');
const { raiseClaim } = await built('app/claims/raise-claim');
const { createOrganisation } = await built('app/organisations/create-organisation');
const { sayForMembers } = await built('app/organisations/say-for-members');

const { registry, close } = await composeRegistry(loadConfig(process.env));
const owner = `owner-${randomBytes(4).toString('hex')}@makers.example`;
const made = await createUser(registry, { email: owner, role: 'artist', password: randomUUID() });
const actor = { kind: 'account', account: made.account, via: 'session', scopes: [], address: 'bench' };
const domain = { kind: 'domain', address: 'makers.example', capacity: 'rightsholder' };
const { claim } = await openClaim(registry, actor, domain);
const grant = { assurance: 'reviewed', method: 'moderator', change: { decidedAt: new Date() } };
await registry.log.sequence((stores, at) => raiseClaim(registry, stores, claim, [], grant, at));
const { organisation } = await createOrganisation(registry, actor, {
  name: 'Makers',
  kind: 'collective',
  claimId: claim.id,
});
const no = { organisationId: organisation.id, use: 'train-ai', preference: 'deny' };
await sayForMembers(registry, actor, no);
await close();
console.log(JSON.stringify({ id: organisation.id, owner }));
