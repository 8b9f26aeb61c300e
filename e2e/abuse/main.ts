import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { freePort, launch, newDataDir } from '../launch';
import { type Findings, missedBars } from './bars';
import { flooding } from './flood';
import { pinsAtCounter, pinsOnPhone, signingIn, spraying, unfreezing } from './guessing';
import { cuttingStreams } from './streams';

/**
 * Attacks the started app over HTTP and prints what it found as one JSON document. Every scenario
 * comes from addresses of its own, which the app believes because it is told of a proxy.
 */
const { values, positionals: asked } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const tries = values.short ? 61 : 151;
const orders = values.short ? 8 : 20;

const dataDir = newDataDir();
const port = await freePort();
const origin = `http://localhost:${port}`;

const SCENARIOS: Readonly<Record<keyof Findings, () => Promise<object>>> = {
  streams: () => cuttingStreams(origin, port, orders),
  pinsAtCounter: () => pinsAtCounter(origin, tries),
  pinsOnPhone: () => pinsOnPhone(origin, tries),
  unfreezing: () => unfreezing(origin, tries),
  signingIn: () => signingIn(origin, tries),
  spraying: () => spraying(origin),
  flood: () => flooding(origin),
};

const unknown = asked.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0) {
  throw new Error(`No scenario ${unknown.join(', ')}: ${Object.keys(SCENARIOS).join(', ')}`);
}

const app = launch(['--port', String(port), '--data-dir', dataDir], { TRUST_PROXY: '1' });
try {
  process.exitCode = await run();
} finally {
  await app.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** @returns the process's exit code */
async function run(): Promise<number> {
  progress('starting the app');
  await app.ready;
  const findings: Record<string, object> = {};
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    findings[name] = await scenario();
    progress(`${name}: ${JSON.stringify(findings[name])}`);
  }
  const { streams }: Findings = findings;
  if (streams?.cpuPerOrderMsBefore === null) progress('streams: no /proc here, CPU not measured');
  const missed = missedBars(findings);
  for (const bar of missed) progress(`missed: ${bar}`);
  console.log(JSON.stringify({ tries, ...findings, missed, right: missed.length === 0 }));
  return missed.length === 0 ? 0 : 1;
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
