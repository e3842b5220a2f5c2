import { describe, expect, it } from '@jest/globals';
import { examine, faultOf, inMemory } from './examine.js';
import {
  keyAddition,
  leafOf,
  leavesWith,
  makeKey,
  makeLog,
  moment,
  ORIGIN,
  rootOf,
  sha256,
  statement,
} from './make-log.js';

const FORMER = 'registry.example/lost';
const [key, formerKey] = [makeKey(ORIGIN, 1), makeKey(FORMER, 2)];
/** Leaves of a log of another name, earlier than anything of this one. */
const former = [
  leafOf({
    ...{ v: 1, kind: 'key', time: moment(-90), action: 'add', role: 'log' },
    ...{ origin: FORMER, vkey: formerKey.vkey, from: moment(-90) },
  }),
  ...[-80, -70, -60].map(statement),
];

interface Said {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly held: number;
}

const whole: Said = { origin: FORMER, size: 4, root: rootOf(former).toString('hex'), held: 4 };

/** The first leaf of a log that continues another. */
function beginning(said: object): Buffer {
  const [continues] = [Object.fromEntries(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)))];
  return leafOf({
    ...{ v: 1, kind: 'key', time: moment(0), action: 'add', role: 'log', origin: ORIGIN, vkey: key.vkey },
    ...{ from: moment(0), continues },
  });
}

const examined = (leaves: readonly Buffer[]) => examine(inMemory(makeLog(leaves, [key])), { keys: [key] });
const refusal = async (leaves: readonly Buffer[]) => (await faultOf(examined(leaves))).code;

describe('A log that continues another', () => {
  it('is verified with everything that was taken over, and its root', async () => {
    const { told } = await examined([beginning(whole), ...former, statement(5)]);
    expect(told).toContain(`Continues: ${FORMER}, of 4 leaves: all follow from leaf 1 on, and have its root`);
  });

  it('is verified right after it began, when its last leaf is older than its key', async () => {
    const { verified } = await examined([beginning(whole), ...former]);
    expect(verified).toMatchObject({ origin: ORIGIN, size: 5 });
  });

  it('says which leaves are lost, and that no yes can be relied on', async () => {
    const { told } = await examined([beginning({ ...whole, held: 2 }), ...former.slice(0, 2), statement(5)]);
    expect(told).toContain(
      `Continues: ${FORMER}, of 4 leaves: leaves 2 to 3 are lost, and the rest follows from leaf 1 on`,
    );
    expect(told.join('\n')).toContain('no yes and no offer can be relied on');
  });

  it('has one more leaf than was signed where the last of them was not signed yet', async () => {
    const said = { ...whole, size: 3, root: rootOf(former.slice(0, 3)).toString('hex') };
    const { told } = await examined([beginning(said), ...former]);
    expect(told.join('\n')).toContain('of 3 leaves: all follow');
  });

  it('is refused when what was taken over is not the other log', async () => {
    const other = [former[0] as Buffer, statement(-80), statement(-75), former[3] as Buffer];
    expect(await refusal([beginning(whole), ...other])).toBe('wrong-root');
    const turned = [former[0] as Buffer, former[2] as Buffer, former[1] as Buffer, former[3] as Buffer];
    expect(await refusal([beginning(whole), ...turned])).toBe('wrong-root');
  });

  it('is refused when fewer leaves follow than it says', async () => {
    expect(await refusal([beginning({ ...whole, held: 5 }), ...former])).toBe('bad-key-leaf');
  });

  it('may not run back in time once it goes on by itself', async () => {
    expect(await refusal([beginning(whole), ...former, statement(5), statement(4)])).toBe(
      'time-runs-backwards',
    );
    expect(await refusal([beginning(whole), ...former, statement(-50)])).toBe('time-runs-backwards');
  });

  it('is not signed by a key of the other log', async () => {
    const leaves = [beginning(whole), ...former];
    const signedByFormer = makeLog(leaves, [formerKey]);
    expect((await faultOf(examine(inMemory(signedByFormer), { keys: [key] }))).code).toBe('unknown-signer');
  });

  it.each([
    ['its own name', { ...whole, origin: ORIGIN }],
    ['no size', { ...whole, size: 0 }],
    ['no root', { ...whole, root: 'none' }],
    ['not how much follows', { origin: FORMER, size: 4, root: whole.root }],
    ['less than nothing', { ...whole, held: -1 }],
  ])('is refused when it names %s', async (_what, said) => {
    expect(await refusal([beginning(said), ...former])).toBe('bad-key-leaf');
  });

  it('says so in its first leaf or never', async () => {
    const late = leafOf({
      ...{ v: 1, kind: 'key', time: moment(9), action: 'add', role: 'log', origin: ORIGIN, vkey: key.vkey },
      ...{ from: moment(9), continues: { held: 0, origin: FORMER, root: sha256().toString('hex'), size: 1 } },
    });
    expect(await refusal([...leavesWith(key, 3), late])).toBe('bad-key-leaf');
    expect(await refusal([statement(0), keyAddition(key, 1), late])).toBe('bad-key-leaf');
  });
});
