import fs from 'node:fs';
import { inWords, NONE, sum } from './check/counts';
import {
  makeScratch,
  type Outcome,
  type Part,
  PARTS,
  type Stage,
  type StageContext,
  STAGES,
} from './check/stages';
import { sentenceFor } from './launch/failure';
import { Stoppers } from './launch/stoppers';

interface Result extends Outcome {
  readonly title: string;
  readonly seconds: number;
}

async function runStage(stage: Stage, context: StageContext): Promise<Result> {
  console.log(`\n━━ ${stage.title}`);
  const startedAt = performance.now();
  const outcome = await stage.run(context).catch((error: unknown): Outcome => {
    console.error(sentenceFor(error));
    return { ok: false };
  });
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`━━ ${stage.title}: ${outcome.ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { ...outcome, title: stage.title, seconds };
}

/** A stage without tests of its own, or one that failed before any test did, counts as one. */
function failuresOf({ ok, counts = NONE }: Result): number {
  return ok ? counts.failed : Math.max(1, counts.failed);
}

function printSummary(results: readonly Result[]): void {
  console.log('\n━━ Summary');
  for (const { title, ok, seconds, counts } of results) {
    const words = counts ? inWords(counts) : ok ? 'ok' : 'FAILED';
    console.log(`${ok ? '✓' : '✗'} ${title}: ${words} (${seconds.toFixed(1)} s)`);
  }
  const total = sum(results.map(({ counts = NONE }) => counts));
  const failed = results.map(failuresOf).reduce((all, each) => all + each, 0);
  console.log(`\n${inWords({ ...total, failed })}`);
}

function parsePart(text: string | undefined): Part | undefined {
  const part = PARTS.find((each) => each === text);
  if (part !== undefined || text === undefined) return part;
  console.error(`There is no part "${text}": bin/test [${PARTS.join('|')}]`);
  process.exit(1);
}

const [partText, ...extraArgs] = process.argv.slice(2);
const part = parsePart(partText);
const stoppers = new Stoppers();
const scratch = makeScratch();
stoppers.add(() => fs.rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stoppers.stopAll().then(() => process.exit(1)));
}

const context: StageContext = { root: process.cwd(), stoppers, scratch, extraArgs };
const results: Result[] = [];
for (const stage of STAGES) {
  if (part === undefined || stage.parts.includes(part)) {
    results.push(await runStage(stage, context));
  }
}
await stoppers.stopAll();
printSummary(results);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
