import { execFile } from 'node:child_process';
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { encodeDescriptors } from '@/lib/recognition/descriptor';
import { matchFaces } from '../recognition/match-faces';
import { findTemplates } from '../db/faces-store';
import { databasePool } from '../db/pool';
import { WRAPPED_TABLES } from '../db/wrapped-keys-store';
import {
  atCounter,
  MINA,
  MINA_FACE,
  openDemo,
  OTTO,
  paidSoup,
  smile,
  soup,
} from '../demo-store.fixture';
import { mina, value } from '../demo-store.fixture';
import { currentSpace } from '../recognition/spaces';
import { renewTemplates } from '../recognition/renew-templates';
import { addTransform, derivedKey, installation, openInstallation } from './installation';
import { masterKey, UnknownMasterKey } from '../sealing/key-ring';
import { masterKeyUse, rewrapAll } from './rotate';

openDemo();

const run = promisify(execFile);
const currentKey = () => process.env.TEMPLATE_KEY ?? '';
const nothing = () => undefined;

async function reads(shopperId: string, face: Float32Array): Promise<boolean> {
  const { match } = await matchFaces([shopperId], 'own-phone', face);
  return match.kind === 'accept';
}

describe('the secrets of the installation', () => {
  it('are made once, by fifty instances that start together', async () => {
    await databasePool().query("DELETE FROM installation_keys WHERE name = 'receipt'");
    await Promise.all(Array.from({ length: 50 }, () => openInstallation()));
    const { rows } = await databasePool().query('SELECT name FROM installation_keys ORDER BY name');
    expect(rows.map(({ name }: { name: string }) => name)).toEqual([
      'derivation',
      'receipt',
      'transform:1',
    ]);
  });

  it('do not open under another master key, and nothing new is made', async () => {
    const right = currentKey();
    const before = await databasePool().query('SELECT count(*) FROM installation_keys');
    vi.stubEnv('TEMPLATE_KEY', randomBytes(32).toString('base64'));
    await expect(openInstallation()).rejects.toThrow(UnknownMasterKey);
    vi.stubEnv('TEMPLATE_KEY', right);
    await openInstallation();
    const after = await databasePool().query('SELECT count(*) FROM installation_keys');
    expect(after.rows).toEqual(before.rows);
  });
});

describe('a rotation of the master key', () => {
  it('reaches every table that has wrapped keys', async () => {
    const { rows } = await databasePool().query(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE column_name = 'wrapped_key' AND table_schema = 'public' ORDER BY 1`,
    );
    expect(rows).toEqual(
      WRAPPED_TABLES.map(({ name }) => ({ name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });

  it('wraps all anew while others read and pay, and touches no template', async () => {
    await paidSoup();
    const old = currentKey();
    const fresh = randomBytes(32);
    const sealedBefore = (await findTemplates([MINA.id, OTTO.id])).map(({ sealed }) => sealed);
    const derived = derivedKey('test');
    vi.stubEnv('TEMPLATE_KEY', `${fresh.toString('base64')},${old}`);
    let rotating = true;
    const readers = Array.from({ length: 8 }, async () => {
      let count = 0;
      for (; rotating || count < 20; count++) {
        expect(await reads(MINA.id, MINA_FACE)).toBe(true);
        await breathe();
      }
      return count;
    });
    const { rewrapped, unreadable } = await rewrapAll(nothing);
    rotating = false;
    expect((await Promise.all(readers)).every((count) => count >= 20)).toBe(true);
    expect(unreadable).toBe(0);
    expect(rewrapped).toBeGreaterThanOrEqual(6);
    expect([...(await masterKeyUse()).keys()]).toEqual([masterKey(fresh).id]);
    // Without the old key everything opens, and is what it was.
    vi.stubEnv('TEMPLATE_KEY', fresh.toString('base64'));
    await openInstallation();
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    expect((await findTemplates([MINA.id, OTTO.id])).map(({ sealed }) => sealed)).toEqual(
      sealedBefore,
    );
    expect(derivedKey('test')).toEqual(derived);
    const { payment } = await soup();
    value(await smile(atCounter, payment.id, MINA_FACE, mina.phone));
  });

  it('goes on where it was cut short, and leaves what changed meanwhile alone', async () => {
    const old = currentKey();
    const fresh = randomBytes(32);
    vi.stubEnv('TEMPLATE_KEY', `${fresh.toString('base64')},${old}`);
    const stop = new Error('the power went');
    await expect(
      rewrapAll(() => {
        throw stop;
      }),
    ).rejects.toThrow(stop);
    expect((await masterKeyUse()).size).toBe(2);
    await Promise.all([rewrapAll(nothing), rewrapAll(nothing)]);
    expect([...(await masterKeyUse()).keys()]).toEqual([masterKey(fresh).id]);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
  });

  it('is a command, which says what to do first when there is no new key', async () => {
    const command = () =>
      run('npx', ['tsx', 'bin/templates-rotate-key.ts'], { env: { ...process.env } });
    await expect(command()).rejects.toMatchObject({
      stderr: expect.stringMatching(/put a new one in front of it first\.\n$/) as string,
    });
    const fresh = randomBytes(32);
    vi.stubEnv('TEMPLATE_KEY', `${fresh.toString('base64')},${currentKey()}`);
    const { stdout } = await command();
    expect(stdout).toContain(`are wrapped under master key ${masterKey(fresh).id} now.`);
    expect(await reads(OTTO.id, MINA_FACE)).toBe(false);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
  });
});

describe('the master key in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smile-rotate-'));
  const file = join(folder, 'secrets.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  const command = (...args: string[]) =>
    run('npx', ['tsx', 'bin/templates-rotate-key.ts', '--data-dir', folder, ...args], {
      env: { ...process.env, TEMPLATE_KEY: '' },
    });
  const keysInFile = () => {
    const { templateKey, olderTemplateKeys = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
      templateKey: string;
      olderTemplateKeys?: string[];
    };
    return [templateKey, ...olderTemplateKeys];
  };

  it('is replaced by a command, and an instance that runs reads with the new one', async () => {
    const old = currentKey().split(',')[0] ?? '';
    const secrets = { sessionSecret: 'x'.repeat(32), templateKey: old, setupToken: 'y'.repeat(24) };
    writeFileSync(file, JSON.stringify(secrets));
    vi.stubEnv('TEMPLATE_KEY', undefined);
    vi.stubEnv('TEMPLATE_KEY_FILE', file);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    await command();
    expect(keysInFile()).toEqual([expect.not.stringMatching(old), old]);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    expect((await command('--drop-old')).stdout).toContain(
      '1 older keys were removed; 0 are in use',
    );
    expect(keysInFile()).toHaveLength(1);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    vi.stubEnv('TEMPLATE_KEY', keysInFile()[0]);
    vi.stubEnv('TEMPLATE_KEY_FILE', undefined);
  });

  it('that is another one ends a program with one sentence', async () => {
    const env = { ...process.env, TEMPLATE_KEY: randomBytes(32).toString('base64') };
    const ended = run('npx', ['tsx', 'bin/templates-renew.ts'], { env });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^The stored faces are sealed under master key [0-9a-f]{16}, which is not .*\n$/,
      ) as string,
    });
  });
});

describe('templates from before there were transforms and ids of keys', () => {
  /** As the version before this one sealed them. */
  async function sealAsBefore(shopperId: string, face: Float32Array): Promise<void> {
    const gcm = (key: Buffer, content: Uint8Array, context: string) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    };
    const key = randomBytes(32);
    const master = Buffer.from(currentKey().split(',')[0] ?? '', 'base64');
    await databasePool().query(
      `UPDATE face_templates SET wrapped_key = $2, sealed = $3, transform_version = 0
        WHERE shopper_id = $1`,
      [
        shopperId,
        gcm(master, key, `key:template:${shopperId}`),
        gcm(key, encodeDescriptors([face, face, face]), `template:${shopperId}`),
      ],
    );
  }
  const versions = async () =>
    (await findTemplates([MINA.id, OTTO.id])).map(({ transformVersion }) => transformVersion);

  it('are read as they are, beside new ones, and moved in the background', async () => {
    await sealAsBefore(MINA.id, MINA_FACE);
    expect((await versions()).sort()).toEqual([0, currentSpace()]);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    expect(await renewTemplates(10)).toEqual({ last: MINA.id, renewed: 1 });
    expect(await versions()).toEqual([currentSpace(), currentSpace()]);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    expect(await renewTemplates(10)).toEqual({ last: undefined, renewed: 0 });
  });

  it('move to a new transform without new pictures; the old one can go then', async () => {
    const before = await findTemplates([MINA.id]);
    const version = await addTransform();
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    const { stdout } = await run('npx', ['tsx', 'bin/templates-renew.ts', '--finish'], {
      env: { ...process.env },
    });
    expect(stdout).toBe(
      `2 templates are in transform ${version} now.\nTransform 1 was destroyed.\n`,
    );
    expect((await findTemplates([MINA.id]))[0]?.sealed).not.toEqual(before[0]?.sealed);
    expect(await reads(MINA.id, MINA_FACE)).toBe(true);
    // An instance that has not heard of it cannot store anything in the destroyed space.
    await expect(
      databasePool().query('UPDATE face_templates SET transform_version = 1'),
    ).rejects.toThrow('there is no transform 1');
    expect(installation().transforms.has(version)).toBe(true);
  });
});
