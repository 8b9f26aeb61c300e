import { parseArgs } from 'node:util';
import { saysSmile } from '@/lib/face/smile';
import { EXPRESSION } from '@/models/expression/model';
import { asCommand } from './command';
import { photosIn } from './photos';
import { areaUnderCurve } from './roc';
import { withStudio, type ShownPhoto } from './studio';

/**
 * How well smiles are told from other faces:
 * `npm run bench:smile -- --smiles DIR --others DIR [--neutral-of DIR] --json`.
 *
 * Folders are `<identity>/<image>`. With `--neutral-of`, a mouth is measured against the same
 * person's neutral photos, as a capture does; whoever has none is left out and counted.
 */

interface Sign {
  readonly happy: number;
  /** Over the own neutral face; null without `--neutral-of`. */
  readonly rise: number | null;
}

/** A rise is read as a chance, half at the threshold, so that it can be added to the other. */
const RISE_SLOPE = 0.02;

async function benchSmile() {
  const { values } = parseArgs({
    options: {
      smiles: { type: 'string' },
      others: { type: 'string' },
      'neutral-of': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const smiles = photosIn(values.smiles, '--smiles');
  const others = photosIn(values.others, '--others');
  const folder = values['neutral-of'];
  const neutral = folder === undefined ? null : photosIn(folder, '--neutral-of');
  return withStudio(async (studio) => {
    const calm = neutral && calmMouths(await studio.show('ours', neutral));
    return report(await studio.show('ours', smiles), await studio.show('ours', others), calm);
  });
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
      happyMin: EXPRESSION.thresholds.happyMin,
      mouthRiseMin: calm && EXPRESSION.thresholds.mouthRiseMin,
      truePositiveRate: partSaid(positive),
      falsePositiveRate: partSaid(negative),
    },
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
  return shown.flatMap(({ identity, seen }): Sign[] => {
    if (!seen) return [];
    if (!calm) return [{ happy: seen.happy, rise: null }];
    const own = calm.get(identity);
    return own === undefined ? [] : [{ happy: seen.happy, rise: seen.mouthWidth - own }];
  });
}

function isSaid({ happy, rise }: Sign): boolean {
  return rise === null ? happy >= EXPRESSION.thresholds.happyMin : saysSmile(happy, rise);
}

function bothSigns({ happy, rise }: Sign): number {
  if (rise === null) return happy;
  const { mouthRiseMin } = EXPRESSION.thresholds;
  return happy + 1 / (1 + Math.exp((mouthRiseMin - rise) / RISE_SLOPE));
}

await asCommand(benchSmile);
