import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD } from '../demo/people';
import {
  atCounter,
  freshBudget,
  MINA,
  mina,
  openDemo,
  OTTO,
  OTTO_FACE,
  otto,
  paidSoup,
  smile,
  soup,
  value,
} from '../demo-store.fixture';
import { exportEverything } from './export-everything';

openDemo();
beforeEach(freshBudget);

async function exported(password = DEMO_PASSWORD): Promise<Record<string, string>> {
  const response = value(await exportEverything(MINA, { password }));
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

it('holds what is kept about this person, and nothing of anybody else', async () => {
  const { payment } = await paidSoup();
  const others = await soup();
  value(await smile(atCounter, others.payment.id, OTTO_FACE, otto.phone));
  const files = await exported();
  expect(JSON.parse(files['profile.json'] ?? '')).toMatchObject([
    { id: MINA.id, phone: mina.phone, has_pin: true },
  ]);
  expect(JSON.parse(files['payments.json'] ?? '')).toMatchObject([{ id: payment.id }]);
  expect(JSON.parse(files['wallet.json'] ?? '')).toMatchObject([
    { code: 'top-up', direction: 'in' },
    { reference_id: payment.id, amount: '3800', direction: 'out' },
  ]);
  expect(JSON.parse(files['face.json'] ?? '')).toHaveLength(1);
  expect(JSON.parse(files['consents.json'] ?? '')).toHaveLength(1);
  expect(JSON.parse(files['audit-trail.json'] ?? '')).toContainEqual(
    expect.objectContaining({ action: 'payment.authorized', subject_id: payment.id }),
  );
  const all = Object.values(files).join('\n');
  for (const foreign of [OTTO.id, otto.phone, OTTO.name, others.payment.id]) {
    expect(all).not.toContain(foreign);
  }
});

it('has no hash of a secret, no key and no number of the face', async () => {
  const all = Object.values(await exported()).join('\n');
  const { rows } = await databasePool().query<Record<string, string>>(
    `SELECT password_hash, pin_hash, encode(sealed, 'hex') AS sealed,
            encode(wrapped_key, 'hex') AS wrapped_key, encode(sealed, 'base64') AS base64
       FROM shoppers JOIN face_templates ON shopper_id = shoppers.id WHERE shoppers.id = $1`,
    [MINA.id],
  );
  for (const secret of Object.values(rows[0] ?? {})) expect(all).not.toContain(secret);
  expect(all).not.toContain('argon2');
});

it('asks for the password, five times of fifty at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => exportEverything(MINA, { password: `not it ${i}` })),
  );
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
  expect(codes.filter((code) => code === 'wrong-password').length).toBeLessThanOrEqual(5);
  expect(codes).not.toContain('ok');
  await freshBudget();
  expect(Object.keys(await exported())).toContain('README.txt');
});
