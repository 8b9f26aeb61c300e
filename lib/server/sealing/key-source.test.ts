import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { masterKey, MasterKeyError } from './key-ring';
import { masterKeys, masterKeysAgain } from './key-source';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-keys-'));
const file = path.join(folder, 'secrets.json');
const [a, b] = [randomBytes(32), randomBytes(32)];
let startAt = Date.now();
const ids = () => masterKeys().map(({ id }) => id);
const [idA, idB] = [masterKey(a).id, masterKey(b).id];

/** Rename over it, as bin/start writes it. */
function writeKeys(templateKey: Buffer, ...older: Buffer[]): void {
  const secrets = {
    templateKey: templateKey.toString('base64'),
    olderTemplateKeys: older.map((key) => key.toString('base64')),
  };
  fs.writeFileSync(`${file}.draft`, JSON.stringify(secrets));
  fs.renameSync(`${file}.draft`, file);
}

beforeEach(() => {
  for (const name of ['TEMPLATE_KEY', 'TEMPLATE_KEY_COMMAND', 'TEMPLATE_KEY_FILE']) {
    vi.stubEnv(name, undefined);
  }
  vi.useFakeTimers({ toFake: ['Date'], now: (startAt += 60_000) });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('master keys', () => {
  it('come from the environment', () => {
    vi.stubEnv('TEMPLATE_KEY', `${a.toString('base64')},${b.toString('base64')}`);
    expect(ids()).toEqual([idA, idB]);
  });

  it('come from a file, and a new one is noticed a moment later', () => {
    writeKeys(a);
    vi.stubEnv('TEMPLATE_KEY_FILE', file);
    expect(ids()).toEqual([idA]);
    writeKeys(b, a);
    vi.advanceTimersByTime(300);
    expect(ids()).toEqual([idB, idA]);
  });

  it('come from a file that is looked at once more for a key that is missing', () => {
    writeKeys(a);
    vi.stubEnv('TEMPLATE_KEY_FILE', file);
    expect(ids()).toEqual([idA]);
    writeKeys(b, a);
    expect(masterKeysAgain().map(({ id }) => id)).toEqual([idB, idA]);
  });

  it('come from a command, which is asked again for a key that is missing, not for every row', () => {
    const runs = path.join(folder, 'runs');
    const keys = path.join(folder, 'keys');
    fs.writeFileSync(keys, a.toString('base64'));
    vi.stubEnv('TEMPLATE_KEY_COMMAND', `echo run >> ${runs}; cat ${keys}`);
    const count = () => fs.readFileSync(runs, 'utf8').trim().split('\n').length;
    expect([ids(), ids()]).toEqual([[idA], [idA]]);
    fs.writeFileSync(keys, `${b.toString('base64')}\n${a.toString('base64')}\n`);
    for (let row = 0; row < 100; row++) masterKeysAgain();
    expect(count()).toBe(1);
    vi.advanceTimersByTime(6_000);
    for (let row = 0; row < 100; row++) masterKeysAgain();
    expect([count(), ids()]).toEqual([2, [idB, idA]]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['there is none', {}, /^There is no master key for the stored faces: start with bin\/start/],
    ['the file is gone', { TEMPLATE_KEY_FILE: '/nowhere.json' }, /cannot be read from \/nowhere/],
    ['the command fails', { TEMPLATE_KEY_COMMAND: 'exit 3' }, /^TEMPLATE_KEY_COMMAND did not give/],
    ['the command prints something else', { TEMPLATE_KEY_COMMAND: 'echo no' }, /must give a key/],
    ['the variable is no key', { TEMPLATE_KEY: 'secret' }, /^TEMPLATE_KEY must give a key/],
  ])('are asked for in one sentence when %s', (_, env, sentence) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(masterKeys).toThrow(MasterKeyError);
    expect(masterKeys).toThrow(sentence);
  });
});
