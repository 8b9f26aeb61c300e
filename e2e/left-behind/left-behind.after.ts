import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readRunning } from '@/bin/launch/data-dir';
import { createPool } from '@/lib/server/db/pool';
import type { Queryable } from '@/lib/server/db/queryable';
import { DEMO_PASSWORD, DEMO_SHOPPERS } from '@/lib/server/demo/people';
import { stranger } from '../people/shopper';
import { secretsInDatabase } from './database';
import { hasNumbersOfFace, secretsIn, type Secret } from './search';
import { notedCodes } from './typed';

const dataDir = process.env.E2E_DATA_DIR ?? '';

/** Digits of a number without its country, as they are typed. */
async function phones(db: Queryable): Promise<readonly Secret[]> {
  const { rows } = await db.query<{ phone: string }>(
    'SELECT phone FROM shoppers WHERE closed_at IS NULL',
  );
  return rows.map(({ phone }) => ({ kind: 'phone', text: phone.slice(-11) }));
}

function secretsOfEverybody(): readonly Secret[] {
  const { password, pin } = stranger('Nobody');
  return [
    ...[password, DEMO_PASSWORD].map((text) => ({ kind: 'password', text }) as const),
    ...[pin, ...DEMO_SHOPPERS.map((each) => each.pin)].map(
      (text) => ({ kind: 'pin', text }) as const,
    ),
    ...notedCodes(),
  ];
}

test('what people typed and what faces look like is in no table and no log', async () => {
  const pool = createPool(readRunning(dataDir)?.databaseUrl ?? '', 1);
  try {
    const secrets = [...secretsOfEverybody(), ...(await phones(pool))];
    expect(secrets.length).toBeGreaterThan(5);
    expect(await secretsInDatabase(pool, secrets)).toEqual([]);

    const logs = fs
      .readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.log'));
    expect(logs.map((name) => path.basename(name)).sort()).toEqual(['app.log', 'postgres.log']);
    for (const name of logs) {
      const text = fs.readFileSync(path.join(dataDir, name), 'utf8');
      expect(secretsIn(text, secrets), name).toEqual([]);
      expect(hasNumbersOfFace(text), name).toBe(false);
    }
  } finally {
    await pool.end();
  }
});
