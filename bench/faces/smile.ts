import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { saysSmile } from '@/lib/liveness/smile';
import { EXPRESSION } from '@/models/expression/model';
import { drawActed } from './acted';
import { asCommand } from './command';
import { facesIn, type Photo } from './photos';
import { areaUnderCurve } from './roc';
import { interval95 } from './scores';
import { withStudio, type ShownPhoto } from './studio';

/**
 * How well smiles are told from other faces:
 * `npm run bench:smile -- --smiles DIR --others DIR [--neutral-of DIR] --json`, or
 * `npm run bench:smile -- --acted --json` for the acted cast, drawn anew.
 *
 * Folders are `<identity>/<image>`, or hold one image a person, named alike in each. With `--neutral-of`, a mouth is measured against the same
 * person's neutral photos, as a face check does; whoever has none is left out and counted.
 */

interface Sign {
  /** Person and file. */
  readonly photo: string;
  readonly happy: number;
  /** Over the own neutral face; null without `--neutral-of`. */
  readonly rise: number | null;
}

const SMILE = EXPRESSION.thresholds.smile;

/** A rise is read as a chance, half at the threshold, so that it can be added to the other. */
const RISE_SLOPE = 0.02;

async function benchSmile() {
  const { values } = parseArgs({
    options: {
      smiles: { type: 'string' },
      others: { type: 'string' },
      'neutral-of': { type: 'string' },
      acted: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { smiles, others, 'neutral-of': neutral, acted } = values;
  return acted ? benchActed() : benchFolders({ smiles, others, neutral });
}

async function benchActed() {
  const folder = mkdtempSync(join(tmpdir(), 'acted-'));
  try {
    return await benchFolders(await drawActed(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Folders {
  readonly smiles: string | undefined;
  readonly others: string | undefined;
  readonly neutral: string | undefined;
}

async function benchFolders(folders: Folders) {
  const smiles = facesIn(folders.smiles, '--smiles');
  const others = facesIn(folders.others, '--others');
  const neutral = folders.neutral === undefined ? [] : facesIn(folders.neutral, '--neutral-of');
  return withStudio(async (studio) => {
    const shown = await studio.show(['ours'], [...neutral, ...smiles, ...others]);
    const calm = folders.neutral === undefined ? null : calmMouths(take(shown.ours, neutral));
    return report(take(shown.ours, smiles), take(shown.ours, others), calm);
  });
}

/** Those looks that are of these photos. */
function take(shown: readonly ShownPhoto[], photos: readonly Photo[]): readonly ShownPhoto[] {
  const paths = new Set(photos.map(({ path }) => path));
  return shown.filter(({ path }) => paths.has(path));
}

function report(
  smiles: readonly ShownPhoto[],
  others: readonly ShownPhoto[],
  calm: ReadonlyMap<string, number> | null,
) {
  const positive = signsOf(smiles, calm);
  const negative = signsOf(others, calm);
  const auc = (score: (sign: Sign) => number): number =>
    areaUnderCurve(positive.map(score), negative.map(score));
  const partSaid = (signs: readonly Sign[]): number => signs.filter(isSaid).length / signs.length;
  return {
    smiles: smiles.length,
    others: others.length,
    undetected: [...smiles, ...others].filter(({ seen }) => seen === null).length,
    withoutNeutral: calm
      ? [...smiles, ...others].filter((shown) => !calm.has(shown.identity)).length
      : null,
    auc: auc(bothSigns),
    aucHappyAlone: auc(({ happy }) => happy),
    aucMouthAlone: calm && auc(({ rise }) => rise ?? 0),
    operatingPoint: {
      ...SMILE,
      truePositiveRate: partSaid(positive),
      falsePositiveRate: partSaid(negative),
      counts: {
        smilesSaid: positive.filter(isSaid).length,
        smiles: positive.length,
        othersSaid: negative.filter(isSaid).length,
        others: negative.length,
      },
      others95: interval95(partSaid(negative), negative.length),
    },
    best: calm && bestPoint(positive, negative),
    othersSaid: negative.filter(isSaid).map(({ photo }) => photo),
  };
}

/** Mean mouth width of each person's neutral photos. */
function calmMouths(shown: readonly ShownPhoto[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number[]>();
  for (const { identity, seen } of shown) {
    if (seen) widths.set(identity, [...(widths.get(identity) ?? []), seen.mouthWidth]);
  }
  const means = [...widths].map(([identity, own]) => {
    return [identity, own.reduce((sum, width) => sum + width, 0) / own.length] as const;
  });
  return new Map(means);
}

function signsOf(
  shown: readonly ShownPhoto[],
  calm: ReadonlyMap<string, number> | null,
): readonly Sign[] {
  return shown.flatMap(({ identity, path, seen }): Sign[] => {
    if (!seen) return [];
    const photo = `${identity}/${basename(path)}`;
    if (!calm) return [{ photo, happy: seen.happy, rise: null }];
    const own = calm.get(identity);
    return own === undefined ? [] : [{ photo, happy: seen.happy, rise: seen.mouthWidth - own }];
  });
}

/** Thresholds that are tried: what the photos would like best, which is not what is set. */
const HAPPY_TRIED = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const RISE_TRIED = [0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1];
const FALSE_POSITIVES_MAX = 0.02;

/** Most true positives at no more false positives than the bar allows. */
function bestPoint(positive: readonly Sign[], negative: readonly Sign[]) {
  const points = HAPPY_TRIED.flatMap((happyMin) =>
    RISE_TRIED.map((mouthRiseMin) => {
      const said = (signs: readonly Sign[]): number =>
        signs.filter(({ happy, rise }) => happy >= happyMin && (rise ?? 0) >= mouthRiseMin).length;
      const truePositiveRate = said(positive) / positive.length;
      const falsePositiveRate = said(negative) / negative.length;
      return { happyMin, mouthRiseMin, truePositiveRate, falsePositiveRate };
    }),
  );
  return points
    .filter(({ falsePositiveRate }) => falsePositiveRate <= FALSE_POSITIVES_MAX)
    .reduce<(typeof points)[number] | null>(
      (best, point) => (best && best.truePositiveRate > point.truePositiveRate ? best : point),
      null,
    );
}

function isSaid({ happy, rise }: Sign): boolean {
  return rise === null ? happy >= SMILE.happyMin : saysSmile(happy, rise, SMILE);
}

function bothSigns({ happy, rise }: Sign): number {
  if (rise === null) return happy;
  return happy + 1 / (1 + Math.exp((SMILE.mouthRiseMin - rise) / RISE_SLOPE));
}

await asCommand(benchSmile);
