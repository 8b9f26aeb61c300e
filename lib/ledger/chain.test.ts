import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { CHAIN_START, chainHash, type ChainRow } from './chain';

const row: ChainRow = {
  id: '0190f3a0-0000-7000-8000-000000000001',
  kind: 'pending',
  debitAccountId: 'debit',
  creditAccountId: 'credit',
  currency: 'CNY',
  amount: '3800',
  pendingId: null,
  timeoutSeconds: 900,
  code: 'authorize',
  referenceId: null,
  createdAtMicros: '1763812800000000',
  creditPosition: '7',
  debitPosition: '3',
};
const TEXT =
  '0190f3a0-0000-7000-8000-000000000001|pending|debit|credit|CNY|3800||900|authorize||1763812800000000|7|3';
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

it('hashes the content that the decision record describes', () => {
  expect(chainHash(CHAIN_START, row).toString('hex')).toBe(sha256(TEXT));
});

it('hangs on the hash before it', () => {
  const first = chainHash(CHAIN_START, row);
  expect(chainHash(first, row).toString('hex')).toBe(sha256(first, TEXT));
});
