import { parseArgs } from 'node:util';
import { asCommand } from './command';
import { photosIn } from './photos';
import { describedOf } from './report';
import { distanceAtFmr, distanceBetween, pairScores } from './scores';
import { withStudio, type Library, type ShownPhoto, type ShownTo } from './studio';

/** How much a leaning head costs: `npm run bench:rotation -- --dir DIR --json`. */

const ROLLS = [0, 15, 30, 45] as const;
const FMR = 1e-3;

interface RollReport {
  readonly rollDegrees: number;
  /** Of photos at this roll against upright ones; a photo without a face matches nobody. */
  readonly fnmr: number;
  readonly undetected: number;
}

interface RotationReport {
  /** Where one impostor pair in a thousand matches among upright photos. */
  readonly distanceMax: number;
  readonly rolls: readonly RollReport[];
}

async function benchRotation() {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const photos = photosIn(values.dir, '--dir');
  return withStudio(async (studio) => {
    const byRoll: ShownTo<Library>[] = [];
    for (const rollDegrees of ROLLS) {
      byRoll.push(await studio.show(['ours', 'stock'], photos, { rollDegrees }));
    }
    const report = (library: Library) => measure(byRoll.map((shown) => shown[library]));
    return { images: photos.length, fmr: FMR, ours: report('ours'), stock: report('stock') };
  });
}

/** @param byRoll the photos at each of `ROLLS`. */
function measure(byRoll: readonly (readonly ShownPhoto[])[]): RotationReport {
  const [upright = []] = byRoll;
  const distanceMax = distanceAtFmr(pairScores(describedOf(upright)), FMR);
  const rolls = byRoll.map((turned, i) => ({
    rollDegrees: ROLLS[i] ?? NaN,
    fnmr: missedPart(upright, turned, distanceMax),
    undetected: turned.filter(({ seen }) => seen === null).length,
  }));
  return { distanceMax, rolls };
}

/** Over all ordered pairs of two different photos of one person, the second one turned. */
function missedPart(
  upright: readonly ShownPhoto[],
  turned: readonly ShownPhoto[],
  distanceMax: number,
): number {
  let pairs = 0;
  let missed = 0;
  upright.forEach((one, i) => {
    turned.forEach((other, j) => {
      // An upright photo without a face says nothing about roll.
      if (i === j || one.identity !== other.identity || !one.seen) return;
      pairs += 1;
      const near =
        other.seen && distanceBetween(one.seen.descriptor, other.seen.descriptor) <= distanceMax;
      if (!near) missed += 1;
    });
  });
  return missed / pairs;
}

await asCommand(benchRotation);
