import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Calibration, CalibrationRow } from '@/models/embedder/calibration';
import { EMBEDDER } from '@/models/embedder/model';
import { asCommand } from './command';
import { photosIn, UsageError } from './photos';
import { describedOf } from './report';
import { enrolledScores, interval95, operatingPoint, pairScores, type Scores } from './scores';
import { withStudio } from './studio';

/**
 * Measures what every distance costs and writes it beside the model:
 * `npm run calibrate -- --dir DIR [--enrol K] [--name NAME]`. The thresholds themselves stay a
 * decision of people, in `models/embedder/model.ts`.
 */

const target = fileURLToPath(new URL('../../models/embedder/calibration.json', import.meta.url));

/** 0.300, 0.325 … 0.650. */
const DISTANCES = Array.from({ length: 15 }, (_, i) => Math.round(300 + i * 25) / 1000);

async function calibrate(): Promise<Calibration> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      enrol: { type: 'string', default: '3' },
      name: { type: 'string' },
    },
  });
  const k = Number(values.enrol);
  if (!Number.isInteger(k) || k < 1)
    throw new UsageError('--enrol takes a whole number from 1 on.');
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
  };
  write(calibration);
  return calibration;
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
  execFileSync('npx', ['prettier', '--write', target], { stdio: 'ignore' });
  process.stderr.write(`written: ${target}\n`);
}

await asCommand(calibrate);
