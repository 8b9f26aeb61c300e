import { parseArgs } from 'node:util';
import { asCommand } from './command';
import { photosIn, UsageError } from './photos';
import { ratiosOf, reportOurs, reportStock } from './report';
import { withStudio } from './studio';

/** How well faces are told apart: `npm run bench:faces -- --dir DIR [--enrol K] --json`. */
async function benchFaces() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      enrol: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const k = Number(values.enrol);
  if (!Number.isInteger(k) || k < 1)
    throw new UsageError('--enrol takes a whole number from 1 on.');
  const photos = photosIn(values.dir, '--dir');
  return withStudio(async (studio) => {
    const [ours, stock] = await Promise.all([
      studio.show('ours', photos),
      studio.show('stock', photos),
    ]);
    return {
      images: photos.length,
      identities: new Set(photos.map(({ identity }) => identity)).size,
      ...reportOurs(ours, k),
      stock: reportStock(stock, k),
      ratioToStock: ratiosOf(ours, stock, k),
    };
  });
}

await asCommand(benchFaces);
