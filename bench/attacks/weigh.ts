import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { JUDGEMENT_POLICY } from '@/lib/liveness/policy';
import { asCommand } from '../faces/command';
import { UsageError } from '../faces/photos';
import { countFeatures, FEATURES, weigh, type Recorded, type Shares } from './odds';

/**
 * What each feature of the odds of life is worth, counted in recorded face checks:
 *
 *     npx tsx bench/attacks/record.ts --out FOLDER
 *     npx tsx bench/attacks/weigh.ts --from FOLDER
 */

/** Films that look at nothing: for reactions. A camera that follows the prompts reacts as people. */
const FILMS = ['film-smile-loop', 'warped-everything-loop'];
/** For colours: whatever shines by itself, the camera that follows prompts included. */
const SHINING = [...FILMS, 'virtual-camera'];

await asCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  if (values.from === undefined) throw new UsageError('--from FOLDER is missing.');
  const takes = await readTakes(values.from);
  // With a client of one's own a film is always too slow or not there: the honest one waits for it.
  const films = takes.filter(({ kind, client }) => FILMS.includes(kind) && client === 'honest');
  const genuine = count(takes.filter(({ kind }) => kind === 'genuine'));
  const reacting = count(films);
  const shining = count(takes.filter(({ kind }) => SHINING.includes(kind)));
  const others: Shares = { ...shining, quick: reacting.quick, slow: reacting.slow };
  const { weights, oddsMin } = JUDGEMENT_POLICY;
  return {
    features: Object.fromEntries(
      FEATURES.map((feature) => [
        feature,
        { policy: weights[feature], ...weigh(genuine[feature], others[feature]) },
      ]),
    ),
    quickMs: weights.quickMs,
    oddsMin,
  };
});

interface RecordedTake extends Recorded {
  readonly kind: string;
  readonly client: string;
}

function count(takes: readonly RecordedTake[]): Shares {
  return countFeatures(takes, JUDGEMENT_POLICY);
}

/** Those with evidence; the rest gave up. */
async function readTakes(folder: string): Promise<RecordedTake[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const takes = await Promise.all(
    files.map(
      async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as RecordedTake,
    ),
  );
  if (takes.length === 0) throw new UsageError(`There are no face checks in ${folder}.`);
  return takes.filter(({ evidence }) => evidence !== null);
}
