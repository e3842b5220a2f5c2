import type { Part } from './cast.js';
import { emailOf, personOf } from './cast.js';
import type { Scene } from './scene.js';

/** What of A's a part may read somewhere in the API. Written by hand, like the tables of expectations. */
const READERS: Readonly<Record<string, readonly Part[]>> = {
  'account id': ['artistA', 'readKeyOfA'],
  email: ['artistA'],
  browser: ['artistA'],
  'name of a key': ['artistA'],
  'challenge token': ['artistA', 'readKeyOfA'],
  evidence: ['artistA', 'readKeyOfA', 'moderator', 'admin'],
  'link to evidence': ['artistA', 'readKeyOfA', 'moderator', 'admin'],
  decision: ['artistA', 'readKeyOfA', 'moderator', 'admin'],
  'title of a work': ['artistA', 'readKeyOfA', 'moderator', 'admin'],
  'address of a member': ['artistA'],
  'password hash': [],
  'secret of the session': [],
  'secret of a key': [],
};

function secretsOfA(scene: Scene): Readonly<Record<string, string>> {
  const { account } = scene.people.artistA;
  return {
    'account id': account.id,
    email: emailOf('artistA', scene),
    browser: `browser of artistA ${scene.number}`,
    'name of a key': `key of ${account.id}`,
    'challenge token': scene.challengeLine.replace('assent-challenge=', ''),
    evidence: scene.secrets.evidence,
    'link to evidence': scene.secrets.link,
    decision: scene.secrets.decision,
    'title of a work': scene.secrets.title,
    'address of a member': scene.organised.member.email,
    'password hash': account.passwordHash ?? '',
    'secret of the session': scene.credentials.artistA.session ?? '',
    'secret of a key': scene.credentials.readKeyOfA.apiKey ?? '',
  };
}

/** The names of A's secrets that an answer holds and `part` may not read. */
export function secretsTold(scene: Scene, part: Part, text: string): string[] {
  return Object.entries(secretsOfA(scene))
    .filter(([name, secret]) => text.includes(secret) && READERS[name]?.includes(part) !== true)
    .map(([name]) => `${name} of A, to ${part} (${personOf(part) ?? 'nobody'})`);
}
