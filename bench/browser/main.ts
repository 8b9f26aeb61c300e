import os from 'node:os';
import { parseArgs } from 'node:util';
import { withApp, type RunningApp } from '../with-app';
import { type LoopResult, runCounterLoop } from './counter-loop';
import { percentile } from './statistics';
import { openWire } from './wire';

/** What the first version promised (issue of the main job). */
const BARS = {
  payToApprovedP50Ms: 4_000,
  trackedFps: 20,
  longestTaskMs: 200,
  bytesUntilTracked: 1_300_000,
  bytesUntilApproved: 6_000_000,
  bytesSecondVisit: 100_000,
};

const say = (text: string) => process.stderr.write(`${text}\n`);

async function measure({ port, proxyPort, browser }: RunningApp, runs: number) {
  const wire = await openWire(port, proxyPort);
  try {
    const result = await runCounterLoop(browser, wire, runs, say);
    return report(result, browser.version());
  } finally {
    wire.close();
  }
}

function report({ payments, longestTaskMs, bytes }: LoopResult, browser: string) {
  const payMs = payments.map(({ payToApprovedMs }) => payToApprovedMs);
  const serverMs = payments.map((payment) => payment.serverMs);
  const fps = payments.map(({ trackedFps }) => trackedFps);
  const answersMs = payments.flatMap((payment) => payment.answersMs);
  const spread = (values: readonly number[]) => ({
    p50: Math.round(percentile(values, 0.5)),
    p95: Math.round(percentile(values, 0.95)),
  });
  const trackedFps = Number(percentile(fps, 0.5).toFixed(1));
  const payToApprovedMs = spread(payMs);
  return {
    machine: { cores: os.availableParallelism(), node: process.version, browser },
    load: os.loadavg().map((each) => Number(each.toFixed(1))),
    runs: payments.length,
    refusals: payments.reduce((sum, payment) => sum + payment.refusals, 0),
    payToApprovedMs,
    serverMs: spread(serverMs),
    /** Held back to a floor: what lies far above it took longer than the floor by itself. */
    answersMs: { ...spread(answersMs), longest: Math.round(Math.max(...answersMs)) },
    trackedFps,
    longestTaskMs: Math.round(longestTaskMs),
    bytes,
    holds: {
      payToApprovedP50Ms: payToApprovedMs.p50 <= BARS.payToApprovedP50Ms,
      trackedFps: trackedFps >= BARS.trackedFps,
      longestTaskMs: longestTaskMs <= BARS.longestTaskMs,
      bytesUntilTracked: bytes.untilTracked <= BARS.bytesUntilTracked,
      bytesUntilApproved: bytes.untilApproved <= BARS.bytesUntilApproved,
      bytesSecondVisit: bytes.secondVisit <= BARS.bytesSecondVisit,
    },
  };
}

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '20' } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  say(`--runs must be a whole number from 1, not "${values.runs}".`);
  process.exit(1);
}

const figures = await withApp(say, (app) => measure(app, runs));
if (values.json) console.log(JSON.stringify(figures, null, 2));
else console.table({ ...figures.payToApprovedMs, ...figures.bytes, fps: figures.trackedFps });
