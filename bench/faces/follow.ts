import { parseArgs } from 'node:util';
import { asCommand } from './command';
import { measureLoops } from './loops';
import { UsageError } from './photos';

/** How fast a face is followed, beside stock: `npm run bench:follow -- [--seconds N] --json`. */
await asCommand(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new UsageError('--seconds takes a number above 0.');
  return measureLoops(seconds);
});
