import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openGallery } from '../recognition/gallery';
import { findTemplates } from '../db/faces-store';
import { databasePool } from '../db/pool';
import {
  atCounter,
  enrolFace,
  MINA,
  MINA_FACE,
  mina,
  openDemo,
  OTTO,
  smile,
  soup,
  value,
} from '../demo-store.fixture';
import { receiptKeys, verifyReceipt } from './deletion-receipt';
import { readProfile } from './read-profile';
import { deleteFace } from './delete-face';

openDemo();

const run = promisify(execFile);
const verify = (...args: string[]) =>
  run('npx', ['tsx', 'bin/receipt-verify.ts', ...args], { env: { ...process.env } });

describe('a deleted face', () => {
  it('is gone with its key, and leaves a receipt that anybody can verify', async () => {
    const [template] = await findTemplates([MINA.id]);
    const answer = value(await deleteFace(MINA));
    expect(await openGallery([MINA.id])).toMatchObject({ candidates: [], refused: [] });
    expect(value(await readProfile(MINA))).toMatchObject({ face: null, consent: null });
    const { receiptId, deletedAt, receipt } = answer;
    const said = await verifyReceipt(receipt, receiptKeys());
    expect(said).toEqual({
      receiptId,
      deletedAt,
      shopperId: MINA.id,
      templateId: template?.id,
      modelId: template?.modelId,
    });
    const { rows } = await databasePool().query('SELECT receipt FROM face_deletions');
    expect(rows).toEqual([{ receipt }]);
    expect(await deleteFace(MINA)).toEqual({ ok: false, code: 'no-face-enrolled' });
    const { payment } = await soup();
    expect(await smile(atCounter, payment.id, MINA_FACE, mina.phone)).toMatchObject({ ok: false });
  });

  it('has a receipt that a command verifies, with a copy of the keys and without', async () => {
    await enrolFace(MINA, MINA_FACE);
    const answer = value(await deleteFace(MINA));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-receipt-'));
    const file = (name: string, text: string) => {
      fs.writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const [jws, json] = [file('jws', answer.receipt), file('json', JSON.stringify(answer))];
    const keys = file('keys', JSON.stringify(receiptKeys()));
    for (const args of [[jws], [json, '--keys', keys]]) {
      expect((await verify(...args)).stdout).toContain('The receipt is valid');
    }
    const [header = '', payload = '', signature = ''] = answer.receipt.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace(MINA.id, OTTO.id);
    const forged = [header, Buffer.from(other).toString('base64url'), signature].join('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const text of [forged, unsigned, '{}', '']) {
      expect(await verifyReceipt(text, receiptKeys())).toBeUndefined();
    }
    await expect(verify(file('forged', forged), '--keys', keys)).rejects.toMatchObject({
      code: 1,
      stderr: 'NOT VALID: it was changed, or is of another installation.\n',
    });
    fs.rmSync(folder, { recursive: true });
  });

  it('is gone although the deletion was cut off after the key; the next call completes it', async () => {
    await enrolFace(MINA, MINA_FACE);
    await databasePool().query(
      'ALTER TABLE face_deletions ADD CONSTRAINT cut_off CHECK (false) NOT VALID',
    );
    await expect(deleteFace(MINA)).rejects.toThrow('cut_off');
    await databasePool().query('ALTER TABLE face_deletions DROP CONSTRAINT cut_off');
    expect(await openGallery([MINA.id])).toMatchObject({ candidates: [], refused: [] });
    const { rows } = await databasePool().query(
      'SELECT length(wrapped_key) AS key, length(sealed) AS content FROM face_templates WHERE shopper_id = $1',
      [MINA.id],
    );
    expect(rows).toEqual([{ key: 0, content: 0 }]);
    expect(await deleteFace(MINA)).toMatchObject({ ok: true });
  });

  it('is deleted once, by fifty requests at once', async () => {
    await enrolFace(MINA, MINA_FACE);
    await databasePool().query('DELETE FROM face_deletions');
    const answers = await Promise.all(Array.from({ length: 50 }, () => deleteFace(MINA)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await databasePool().query(
      'SELECT count(*)::int AS count FROM face_deletions',
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
