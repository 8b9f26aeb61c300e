import { randomBytes } from 'node:crypto';
import { BY_SYSTEM } from '@/lib/audit/note';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@/bin/postgres/embedded-postgres';
import { migrate } from '@/bin/postgres/migrate';
import { claimsOf, signProof } from '@/lib/liveness/request-proof.fixture';
import { newTestKey, type TestDevice } from '@/lib/liveness/device.fixture';
import { proveTerminal } from '@/lib/server/access/prove-terminal';
import { hashToken } from '@/lib/server/access/terminal-token';
import { verifyProof } from '@/lib/server/access/verify-proof';
import { databasePool } from '@/lib/server/db/pool';
import { findTerminalByTokenHash } from '@/lib/server/db/terminals-store';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import { openInstallation } from '@/lib/server/keys/installation';
import { done } from '@/lib/server/result';
import { createPairingCode } from '@/lib/server/terminals/create-pairing-code';
import { admitTerminal } from '@/lib/server/terminals/pair-terminal';
import { seedDemo } from '@/prisma/seed';

const WARM_UP = 200;
const REQUESTS = 2_000;
const HOST = 'shop.example';
const URL_ = `http://${HOST}/api/orders`;
/** As long as an order. */
const BODY = new Uint8Array(400);

/**
 * What the proof adds to a request of a terminal, one after the other, in a real PostgreSQL:
 * `npm run bench:proof`. `lookup` is the terminal of the cookie, which was asked before there were
 * proofs; `verify` is signature and claims; `all` is both, and the proof's id being used up.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smile-bench-'));
  const server = await startPostgres({ dataDir });
  const secret = () => randomBytes(32).toString('base64');
  Object.assign(process.env, {
    ...{ DATABASE_URL: server.url, TEMPLATE_KEY: secret(), NEXTAUTH_SECRET: secret() },
  });
  try {
    await migrate(server.url);
    await openInstallation();
    await seedDemo(server.url);
    process.stdout.write(`${JSON.stringify(await measure())}\n`);
  } finally {
    await databasePool().end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure() {
  const { code } = await createPairingCode(DEMO_RESTAURANT.storeId, BY_SYSTEM);
  const { publicKey, privateKey } = await newTestKey();
  const admitted = await admitTerminal({ code, publicKey }, '203.0.113.7');
  if (!admitted.ok) throw new Error(admitted.code);
  const { terminal, token } = admitted.value;
  const device = { id: terminal.deviceId, privateKey };
  const known = { id: terminal.deviceId, publicKey };
  const headers = new Headers({ host: HOST });
  const request = { method: 'POST', url: URL_, headers, body: BODY };
  return {
    requests: REQUESTS,
    lookupP50Ms: await p50Of(device, () => findTerminalByTokenHash(hashToken(token))),
    verifyP50Ms: await p50Of(device, (proof) => verifyProof(proof, known, request, new Date())),
    allP50Ms: await p50Of(device, (dpop) => {
      const sent = { method: 'POST', url: URL_, headers: new Headers({ host: HOST, dpop }) };
      return proveTerminal(token, sent, async () => done(BODY));
    }),
  };
}

async function p50Of(device: TestDevice, run: (proof: string) => Promise<unknown>) {
  const times: number[] = [];
  for (let turn = -WARM_UP; turn < REQUESTS; turn += 1) {
    const proof = await signProof(claimsOf('POST', URL_, BODY), device);
    const startedMs = performance.now();
    const answer = await run(proof);
    const tookMs = performance.now() - startedMs;
    if (answer === null || (answer as { ok?: boolean }).ok === false) throw new Error('refused');
    if (turn >= 0) times.push(tookMs);
  }
  const middle = times.toSorted((a, b) => a - b)[REQUESTS / 2] ?? NaN;
  return Math.round(middle * 1000) / 1000;
}

await main();
