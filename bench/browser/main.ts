import os from 'node:os';
import { parseArgs } from 'node:util';
import { withApp, type RunningApp } from '../with-app';
import { type LoopResult, runCounterLoop } from './counter-loop';
import { medianPhases } from './phases';
import { percentile } from './statistics';
import { openWire } from './wire';

/** What a guest should feel at most, with a reaction of 0.6 s, and what the page may cost. */
const BARS = {
  payToApprovedP50Ms: 1_900,
  payToApprovedP95Ms: 2_600,
  lastTapToApprovedP50Ms: 1_400,
  refusals: 0,
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
  const tapMs = payments.map(({ lastTapToApprovedMs }) => lastTapToApprovedMs);
  const serverMs = payments.map((payment) => payment.serverMs);
  const fps = payments.map(({ trackedFps }) => trackedFps);
  const answersMs = payments.flatMap((payment) => payment.answersMs);
  const spread = (values: readonly number[]) => ({
    p50: Math.round(percentile(values, 0.5)),
    p95: Math.round(percentile(values, 0.95)),
  });
  const trackedFps = Number(percentile(fps, 0.5).toFixed(1));
  const refusals = payments.reduce((sum, payment) => sum + payment.refusals, 0);
  const payToApprovedMs = spread(payMs);
  const lastTapToApprovedMs = spread(tapMs);
  return {
    machine: { cores: os.availableParallelism(), node: process.version, browser },
    load: os.loadavg().map((each) => Number(each.toFixed(1))),
    runs: payments.length,
    refusals,
    payToApprovedMs,
    lastTapToApprovedMs,
    phasesP50Ms: medianPhases(payments.flatMap(({ phases }) => phases ?? [])),
    serverMs: spread(serverMs),
    /** Held back to a floor: what lies far above it took longer than the floor by itself. */
    answersMs: { ...spread(answersMs), longest: Math.round(Math.max(...answersMs)) },
    trackedFps,
    longestTaskMs: Math.round(longestTaskMs),
    bytes,
    holds: {
      payToApprovedP50Ms: payToApprovedMs.p50 <= BARS.payToApprovedP50Ms,
      payToApprovedP95Ms: payToApprovedMs.p95 <= BARS.payToApprovedP95Ms,
      lastTapToApprovedP50Ms: lastTapToApprovedMs.p50 <= BARS.lastTapToApprovedP50Ms,
      refusals: refusals <= BARS.refusals,
      trackedFps: trackedFps >= BARS.trackedFps,
      longestTaskMs: longestTaskMs <= BARS.longestTaskMs,
      bytesUntilTracked: bytes.untilTracked <= BARS.bytesUntilTracked,
      bytesUntilApproved: bytes.untilApproved <= BARS.bytesUntilApproved,
      bytesSecondVisit: bytes.secondVisit <= BARS.bytesSecondVisit,
    },
  };
}

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '60' } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  say(`--runs must be a whole number from 1, not "${values.runs}".`);
  process.exit(1);
}

const figures = await withApp(say, (app) => measure(app, runs));
if (values.json) console.log(JSON.stringify(figures, null, 2));
else console.table({ ...figures.payToApprovedMs, ...figures.bytes, fps: figures.trackedFps });
