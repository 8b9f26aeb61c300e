import { createHash } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { expect, it } from 'vitest';
import { proofClaimsSchema } from '@/lib/access/request-proof';
import { newKey } from './key-pair';
import { proveRequest } from './prove-request';

const id = '0191d2f0-0000-7000-8000-00000000000d';
const url = 'https://shop.example/api/orders';
const at = new Date('2026-11-27T10:00:00.900Z');

it('signs method, address, time and body, each time with another id', async () => {
  const made = await newKey();
  if (!made) throw new Error('Node has WebCrypto');
  const publicKey = await importJWK({ ...made.publicKey }, 'ES256');
  const key = { id, privateKey: made.privateKey };
  const ids = new Set<string>();
  for (const body of ['{"name":"茶"}', undefined]) {
    const proof = await proveRequest(key, { method: 'POST', url, body, at });
    const { protectedHeader, payload } = await compactVerify(proof, publicKey);
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'dpop+jwt', kid: id });
    const claims = proofClaimsSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
    expect(claims).toMatchObject({
      htm: 'POST',
      htu: url,
      iat: 1795773600,
      body_sha256: createHash('sha256')
        .update(body ?? '')
        .digest('base64url'),
    });
    ids.add(claims.jti);
  }
  expect(ids.size).toBe(2);
});
