import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { ModelIncomplete, pulledModels, readModelFolder } from '../../src/models/model-folder.js';
import { MODEL_FILES } from '../../src/models/model-files.js';
import { pullModel, type PullOptions } from '../../src/models/pull-model.js';
import { writeColourClip } from '../support/colour-clip.js';
import { type ModelHub, openModelHub } from '../support/model-hub.js';
import { fetchReaching, type TestSite } from '../support/test-site.js';

const NAME = 'tests/colours';

let scratch: string;
let hub: ModelHub;
let outgoing: GuardedFetch;
let folder: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'assent-models-'));
  await writeColourClip(join(scratch, 'published'));
});

afterAll(() => rm(scratch, { recursive: true }));

beforeEach(async () => {
  hub = await openModelHub(NAME, join(scratch, 'published'));
  outgoing = fetchReaching(hub as unknown as TestSite, 'hub.example');
  folder = join(await mkdtemp(join(scratch, 'pulled-')), 'tests', 'colours');
});

afterEach(async () => {
  await outgoing.close();
  await hub.close();
});

const pull = (change: Partial<PullOptions> = {}) =>
  pullModel({ name: NAME, revision: 'main', hub: 'http://hub.example', folder, outgoing, ...change });

describe('pulling a model', () => {
  it('gets every file of the commit that the branch is at, and says where they came from', async () => {
    const pulled = await pull();
    expect(pulled).toMatchObject({ folder, name: NAME, revision: hub.commit });
    for (const path of MODEL_FILES) {
      expect(await readFile(join(folder, path))).toEqual(hub.files.get(path));
      expect(hub.asked).toContainEqual(
        expect.stringMatching(`^/${NAME}/resolve/${hub.commit}/${path} bytes=0-\\d+$`),
      );
    }
    expect(await readModelFolder(folder)).toEqual(pulled);
    expect(await pulledModels(join(folder, '..', '..'))).toEqual([{ name: NAME, folder }]);
  });

  it('asks for no file again that is there and right', async () => {
    await pull();
    hub.asked.length = 0;
    await pull();
    expect(hub.asked).toEqual([
      `/api/models/${NAME}/revision/main`,
      `/api/models/${NAME}/tree/${hub.commit}?recursive=true`,
    ]);
  });

  it('goes on where it was cut, and is no model until it is whole', async () => {
    hub.breaksOff = (path) => path.endsWith('vision_model.onnx');
    await expect(pull()).rejects.toMatchObject({ name: 'ModelNotPulled', code: 'unreachable' });
    await expect(readModelFolder(folder)).rejects.toThrow(ModelIncomplete);
    const [part = ''] = (await readdir(join(folder, 'onnx'))).filter((name) => name.endsWith('.part'));
    const whole = hub.files.get('onnx/vision_model.onnx') ?? Buffer.alloc(0);
    await writeFile(join(folder, 'onnx', part), whole.subarray(0, 100));
    hub.breaksOff = () => false;
    hub.asked.length = 0;
    await pull();
    expect(hub.asked.at(-1)).toBe(
      `/${NAME}/resolve/${hub.commit}/onnx/vision_model.onnx bytes=100-${whole.length - 1}`,
    );
    expect(await readFile(join(folder, 'onnx', 'vision_model.onnx'))).toEqual(whole);
  });

  it.each(['onnx/text_model.onnx', 'config.json'])(
    'throws away a %s that is not what the hub lists',
    async (path) => {
      const right = hub.files.get(path) ?? Buffer.alloc(0);
      const other = Buffer.from(right);
      other.writeUInt8(other.readUInt8(20) ^ 1, 20);
      hub.files.set(path, other);
      await expect(pull()).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining(path) });
      await expect(readModelFolder(folder)).rejects.toThrow(path);
      hub.files.set(path, right);
      expect((await pull()).revision).toBe(hub.commit);
    },
  );

  it.each([
    ['a name that is none', { name: '../../etc/passwd' }, 'bad-name'],
    ['a model that the hub does not have', { name: 'tests/others' }, 'not-found'],
    ['a revision that the hub does not have', { revision: 'v9' }, 'not-found'],
    ['a hub that is not there', { hub: 'http://nowhere.example' }, 'unreachable'],
  ] as const)('says what is wrong with %s, and leaves nothing', async (_what, change, code) => {
    await expect(pull(change)).rejects.toMatchObject({ name: 'ModelNotPulled', code });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });
});

describe('the folder of a model', () => {
  it('that was put there by hand is known by its name and its weights', async () => {
    const one = await readModelFolder(join(scratch, 'published'));
    expect(one).toMatchObject({
      name: 'published',
      revision: expect.stringMatching(/^sha256-[0-9a-f]{32}$/),
    });
    await mkdir(folder, { recursive: true });
    await writeColourClip(folder);
    expect((await readModelFolder(folder)).revision).toBe(one.revision);
    await writeFile(join(folder, 'onnx', 'text_model.onnx'), 'other weights');
    expect((await readModelFolder(folder)).revision).not.toBe(one.revision);
  });

  it('that lacks files is none, and says which', async () => {
    await expect(readModelFolder(join(scratch, 'empty'))).rejects.toThrow('tokenizer.json');
  });
});
