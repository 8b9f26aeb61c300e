import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '@/testing/actor/acting';
import { canEnrol, peopleOf } from '@/bench/lookalikes/deal';
import type { Calibration, CalibrationRow, Tails } from '@/models/embedder/calibration';
import { EMBEDDER } from '@/models/embedder/model';
import { asCommand } from './command';
import { impostorPairs } from './impostors';
import { photosIn, UsageError } from './photos';
import { describedOf } from './report';
import {
  enrolledScores,
  interval95,
  operatingPoint,
  pairScores,
  type Described,
  type Scores,
} from './scores';
import { withStudio } from './studio';
import { withTailTable } from './tail-table';
import { tailsOf } from './tails';
import { transferOf } from './transfer';

/**
 * Measures what every distance costs, fits the tails, and writes both beside the model and
 * the tails into the model card:
 * `npm run calibrate -- --dir DIR [--enrol K] [--probe M] [--name NAME]`. The thresholds themselves stay a
 * decision of people, in `models/embedder/model.ts`.
 */

const target = fileURLToPath(new URL('../../models/embedder/calibration.json', import.meta.url));
const card = fileURLToPath(new URL('../../docs/model-card.md', import.meta.url));

/** 0.300, 0.325 … 0.650. */
const DISTANCES = Array.from({ length: 15 }, (_, i) => Math.round(300 + i * 25) / 1000);

async function calibrate(): Promise<Calibration> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      enrol: { type: 'string', default: '3' },
      probe: { type: 'string', default: '2' },
      name: { type: 'string' },
    },
  });
  const k = wholeNumber('--enrol', values.enrol);
  const m = wholeNumber('--probe', values.probe);
  const photos = photosIn(values.dir, '--dir');
  const shown = await withStudio((studio) => studio.show(['ours'], photos));
  const described = describedOf(shown.ours);
  const calibration: Calibration = {
    modelId: EMBEDDER.id,
    set: values.name ?? basename(resolve(values.dir ?? '')),
    date: new Date().toISOString().slice(0, 10),
    images: photos.length,
    identities: new Set(photos.map(({ identity }) => identity)).size,
    undetected: photos.length - described.length,
    single: rowsOf(pairScores(described)),
    enrolled: { k, rows: rowsOf(enrolledScores(described, k)) },
    tails: tailsFor(described, k, m),
  };
  write(calibration);
  return calibration;
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UsageError(`${option} takes a whole number from 1 on.`);
}

const ROUNDS = 50;

function tailsFor(described: readonly Described[], enrol: number, probe: number): Tails {
  const people = peopleOf(described);
  const enrolled = people.filter((person) => canEnrol(person, { enrol, probe })).length;
  const pairs = impostorPairs(people, { enrol, probe }, ROUNDS, seeded(1));
  if (pairs.length < 2) {
    throw new UsageError(`Too few photos: two people with ${enrol + probe} or more are needed.`);
  }
  return {
    enrol,
    probe,
    rounds: ROUNDS,
    enrolled,
    pairsOfPeople: pairs.length,
    comparisons: pairs.reduce((sum, { distances }) => sum + distances.length, 0),
    rows: tailsOf(pairs),
    transfer: transferOf(pairs),
  };
}

function rowsOf(scores: Scores): CalibrationRow[] {
  if (scores.genuine.length === 0 || scores.impostor.length === 0) {
    throw new UsageError('Too few photos: it takes several people with several photos each.');
  }
  return DISTANCES.map((distance) => {
    const { fmr, fnmr } = operatingPoint(scores, distance);
    return {
      distance,
      falseMatches: Math.round(fmr * scores.impostor.length),
      impostorPairs: scores.impostor.length,
      fmr: digits(fmr),
      fmr95: interval95(fmr, scores.impostor.length).map(digits),
      falseNonMatches: Math.round(fnmr * scores.genuine.length),
      genuinePairs: scores.genuine.length,
      fnmr: digits(fnmr),
      fnmr95: interval95(fnmr, scores.genuine.length).map(digits),
    };
  });
}

function digits(rate: number): number {
  return Number(rate.toFixed(6));
}

function write(calibration: Calibration): void {
  writeFileSync(target, JSON.stringify(calibration));
  writeFileSync(card, withTailTable(readFileSync(card, 'utf8'), calibration.tails));
  execFileSync('npx', ['prettier', '--write', target, card], { stdio: 'ignore' });
  process.stderr.write(`written: ${target}, ${card}\n`);
}

await asCommand(calibrate);
