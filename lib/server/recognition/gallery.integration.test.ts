import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { euclidean } from '@/lib/recognition/descriptor';
import { findTemplates } from '../db/faces-store';
import { databasePool } from '../db/pool';
import {
  atCounter,
  enrolFace,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  openDemo,
  OTTO,
  OTTO_FACE,
  otto,
  smile,
  soup,
} from '../demo-store.fixture';
import { openGallery } from './gallery';

openDemo();

const lines: string[] = [];
beforeEach(async () => {
  await freshBudget();
  lines.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const both = [MINA.id, OTTO.id];
const pay = async (face: Float32Array, phone: string) =>
  smile(atCounter, (await soup()).payment.id, face, phone);

describe('a gallery', () => {
  it('holds templates in another space than the network, as far apart as ever', async () => {
    const { candidates, protect } = await openGallery(both);
    const [a, b] = candidates.map(({ template }) => template);
    if (!a || !b) throw new Error('both are enrolled');
    const mean = candidates.find(({ shopperId }) => shopperId === MINA.id)?.template ?? a;
    expect(euclidean(mean, protect(MINA_FACE))).toBeLessThan(1e-6);
    expect(Math.abs(euclidean(a, b) - euclidean(MINA_FACE, OTTO_FACE))).toBeLessThan(1e-6);
    expect(euclidean(mean, MINA_FACE)).toBeGreaterThan(5);
  });

  it.each<[string, string]>([
    ['a changed byte', 'sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)'],
    ['a cut row', 'sealed = substring(sealed FOR 20)'],
    ['nothing', `sealed = ''`],
    ['a key that does not open', `wrapped_key = '\\x00'`],
    [
      'a row of somebody else',
      `sealed = (SELECT sealed FROM face_templates WHERE shopper_id = '${OTTO.id}')`,
    ],
  ])(
    'leaves out whoever has %s, that person alone, and the log names no face',
    async (_, damage) => {
      await databasePool().query(`UPDATE face_templates SET ${damage} WHERE shopper_id = $1`, [
        MINA.id,
      ]);
      const { candidates, refused } = await openGallery(both);
      expect(candidates.map(({ shopperId }) => shopperId)).toEqual([OTTO.id]);
      expect(refused).toMatchObject([{ shopperId: MINA.id, reason: 'template-unreadable' }]);
      const [{ id = '' } = {}] = await findTemplates([MINA.id]);
      expect(lines.join('')).toContain(`template:${id}`);
      expect(lines.join('')).not.toContain(MINA.id);
      expect(await pay(MINA_FACE, mina.phone)).toMatchObject({ ok: false, code: 'face-unknown' });
      expect(await pay(OTTO_FACE, otto.phone)).toMatchObject({ ok: true });
      await freshBudget();
      await enrolFace(MINA, MINA_FACE);
      expect(await pay(MINA_FACE, mina.phone)).toMatchObject({ ok: true });
    },
  );

  it('tells a template of another model from none at all', async () => {
    await databasePool().query(
      `UPDATE face_templates SET model_id = 'older' WHERE shopper_id = $1`,
      [MINA.id],
    );
    const { candidates, refused } = await openGallery(both);
    expect(candidates.map(({ shopperId }) => shopperId)).toEqual([OTTO.id]);
    expect(refused).toMatchObject([{ shopperId: MINA.id, reason: 'template-of-another-model' }]);
    expect(lines).toEqual([]);
    expect(await openGallery([])).toMatchObject({ candidates: [], refused: [] });
  });
});
