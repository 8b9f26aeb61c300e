import { parseArgs } from 'node:util';
import { asCommand } from './command';
import { HARMS, type Harm } from './degrade';
import { lookAlikes } from './look-alikes';
import { photosIn, UsageError } from './photos';
import { describedOf, ratiosOf, reportOurs, reportStock, STOCK_DISTANCE_MAX } from './report';
import { withStudio } from './studio';

/**
 * How well faces are told apart: `npm run bench:faces -- --dir DIR [--enrol K] --json`.
 *
 * With `--degrade grey|small|dim|side|blur|jpeg|mixed` both libraries see a harder version of
 * each photo: easy photos measure nothing, as nobody errs.
 */
async function benchFaces() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      enrol: { type: 'string', default: '3' },
      degrade: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const k = Number(values.enrol);
  if (!Number.isInteger(k) || k < 1)
    throw new UsageError('--enrol takes a whole number from 1 on.');
  const degrade = degradeNamed(values.degrade);
  const photos = photosIn(values.dir, '--dir');
  return withStudio(async (studio) => {
    const { ours, stock } = await studio.show(['ours', 'stock'], photos, { degrade });
    return {
      images: photos.length,
      identities: new Set(photos.map(({ identity }) => identity)).size,
      degrade,
      unreadable: ours.filter(({ look }) => look === null).length,
      ...reportOurs(ours, k),
      stock: reportStock(stock, k),
      ratioToStock: ratiosOf(ours, stock, k),
      lookAlikes: {
        ours: lookAlikes(describedOf(ours), STOCK_DISTANCE_MAX),
        stock: lookAlikes(describedOf(stock), STOCK_DISTANCE_MAX),
      },
    };
  });
}

function degradeNamed(name: string | undefined): Harm | 'mixed' | null {
  if (name === undefined || name === 'mixed') return name ?? null;
  const harm = HARMS.find((each) => each === name);
  if (!harm) throw new UsageError(`--degrade takes ${HARMS.join(', ')} or mixed.`);
  return harm;
}

await asCommand(benchFaces);
