import { expect, it } from 'vitest';
import { newTestKey } from '@/lib/liveness/device.fixture';
import { publicKeySchema } from '@/lib/access/device-key';
import { importPublicKey } from './public-key';

it('imports a key that can verify and nothing else', async () => {
  const { publicKey } = await newTestKey();
  expect(await importPublicKey(publicKey)).toMatchObject({ type: 'public', usages: ['verify'] });
});

it('refuses a point that is not on the curve', async () => {
  const { publicKey } = await newTestKey();
  const off = publicKeySchema.parse({ ...publicKey, y: publicKey.x });
  expect(await importPublicKey(off)).toBeUndefined();
});

it('refuses the origin', async () => {
  const zero = 'A'.repeat(43);
  const origin = publicKeySchema.parse({ kty: 'EC', crv: 'P-256', x: zero, y: zero });
  expect(await importPublicKey(origin)).toBeUndefined();
});
