import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import { migrate } from './postgres/migrate';
import { createPool } from '@/lib/server/db/pool';
import { openInstallation } from '@/lib/server/keys/installation';
import { APP, DATABASE_CLIENT, make } from './launch/build';
import { certificateFor } from './launch/certificate';
import { claimDataDir } from './launch/data-dir';
import { databaseAdvice, explainDatabaseError, requireReachable } from './launch/database-address';
import { sentenceFor } from './launch/failure';
import { keepDatabase, keepUp } from './launch/keep-up';
import { outliveReaders } from './launch/lost-readers.mjs';
import { lanAddresses } from './launch/network';
import { nodeAdvice } from './launch/node-version';
import { parseOptions, type StartOptions } from './launch/options';
import { requireFreePort } from './launch/port';
import { checkSms, NO_SMS } from './launch/sms';
import { readOrCreateSecrets, provideTemplateKeys, type Secrets } from './launch/secrets';
import { serve } from './launch/server';
import { Stoppers } from './launch/stoppers';
import { prepareModels } from './prepare-models';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stoppers = new Stoppers();

const say = (text: string) => console.log(`• ${text}`);

outliveReaders();

/** From nothing to a served app; every step leaves what is already right alone. */
async function start(options: StartOptions): Promise<void> {
  const host = process.env.HOST ?? (options.https ? '0.0.0.0' : '127.0.0.1');
  const address = `${options.https ? 'https' : 'http'}://localhost:${String(options.port)}`;
  const lan = options.https ? lanAddresses() : [];
  const reachable = ['0.0.0.0', '::'].includes(host) ? lanAddresses() : lan;
  const claim = claimDataDir(options.dataDir, address);
  stoppers.add(() => claim.release());
  await requireFreePort(options.port, host);
  if (process.env.DATABASE_URL) await requireReachable(process.env.DATABASE_URL);

  say('Putting the face models in place');
  prepareModels(root);
  checkSms(process.env);
  const secrets = readOrCreateSecrets(options.dataDir);
  await make(DATABASE_CLIENT, root, stoppers, () => say('Generating the database client'));

  const { url: databaseUrl, over: databaseOver } = await databaseFor(options);
  claim.announce(databaseUrl);
  Object.assign(process.env, appEnvironment(options, secrets, databaseUrl, reachable));
  provideTemplateKeys(options.dataDir);
  await migrateDatabase(databaseUrl);
  await requireMasterKey(databaseUrl);
  if (options.demo) {
    say('Filling in the demo');
    const { seedDemo } = await import('@/prisma/seed');
    await seedDemo(databaseUrl);
  }
  if (!options.dev) {
    await make(APP, root, stoppers, () => say('Building the app (about half a minute)'));
  }

  say('Starting the app');
  const certificate = options.https
    ? await certificateFor(lan, options.dataDir, new Date())
    : undefined;
  const settings = { root, port: options.port, host, certificate, env: process.env };
  let greeted = false;
  const startServer = async () => {
    const server = await serve(settings, stoppers);
    if (!greeted) await greet(address, options, lan);
    greeted = true;
    return server;
  };
  await Promise.all([databaseOver, keepUp('The app', startServer, stoppers, say)]);
}

/** @returns its address; `over` resolves when our own one is being stopped */
async function databaseFor({ dataDir }: StartOptions) {
  if (process.env.DATABASE_URL) {
    say('Using the database at DATABASE_URL');
    const advice = databaseAdvice(process.env.DATABASE_URL);
    if (advice) say(advice);
    return { url: process.env.DATABASE_URL, over: Promise.resolve() };
  }
  say('Starting PostgreSQL');
  return keepDatabase(dataDir, stoppers, say);
}

async function migrateDatabase(databaseUrl: string): Promise<void> {
  say('Bringing the tables up to date');
  try {
    await migrate(databaseUrl, { folder: path.join(root, 'prisma') });
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl);
  }
}

/** @throws MasterKeyError when the faces in this database are sealed under another key */
async function requireMasterKey(databaseUrl: string): Promise<void> {
  const pool = createPool(databaseUrl, 1);
  try {
    await openInstallation(pool);
  } finally {
    await pool.end();
  }
}

/** What the app reads at run time. What is set already wins: that is how a real shop brings its own. */
function appEnvironment(
  options: StartOptions,
  secrets: Secrets,
  databaseUrl: string,
  reachable: readonly string[],
): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? secrets.sessionSecret,
    SMILE_SETUP_TOKEN: process.env.SMILE_SETUP_TOKEN ?? secrets.setupToken,
    SMILE_DEMO: options.demo ? '1' : '0',
    SMILE_DEV: options.dev ? '1' : '0',
    SMILE_HTTPS: options.https ? '1' : '0',
    SMILE_LAN_ADDRESSES: reachable.join(','),
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

async function isSetUp(): Promise<boolean> {
  const { hasStores } = await import('@/lib/server/db/stores-store');
  const { databasePool } = await import('@/lib/server/db/pool');
  try {
    return await hasStores();
  } finally {
    await databasePool().end();
  }
}

function printSetup(address: string): void {
  const token = process.env.SMILE_SETUP_TOKEN ?? '';
  console.log(`\nThere is no shop yet. Open your own at ${address}/setup?token=${token}`);
}

async function greet(
  address: string,
  options: StartOptions,
  lan: readonly string[],
): Promise<void> {
  printAddress(address, options, lan);
  if (options.demo) return;
  if (!process.env.SMS_URL) console.log(`\n${NO_SMS}`);
  if (!(await isSetUp())) printSetup(address);
}

function printAddress(address: string, options: StartOptions, lan: readonly string[]): void {
  const lines = ['', `Ready: ${address}`];
  for (const ip of lan) {
    const url = `https://${ip}:${String(options.port)}`;
    lines.push('', `On a phone in the same network: ${url}`, renderUnicodeCompact(url));
  }
  if (lan.length > 0) {
    lines.push('The phone warns once, because the certificate was made here: go on to the page.');
  }
  lines.push('', 'Ctrl-C stops everything.');
  console.log(lines.join('\n'));
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    console.log('\n• Stopping');
    void stoppers.stopAll().then(() => process.exit(0));
  });
}

try {
  const options = parseOptions(process.argv.slice(2), process.cwd(), root);
  process.chdir(root);
  const advice = nodeAdvice(process.versions.node);
  if (advice) say(advice);
  await start(options);
} catch (error) {
  // What was cut short by a signal fails too, but that is nobody's fault.
  if (!stopping) {
    stopping = true;
    await stoppers.stopAll();
    console.error(sentenceFor(error));
    process.exit(1);
  }
}
