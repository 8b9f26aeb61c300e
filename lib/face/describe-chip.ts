import type { Embed } from '@/models/embedder/run';
import type { RgbSquare } from '@/models/rgb';
import { mirrorSquare } from './crop';
import { evenlyLit } from './even-light';
import { lightOf } from './light';

/** The mean of a chip's descriptor and its mirror image's: fewer errors than either alone. */
export function describeChip(embed: Embed, chip: RgbSquare): Float32Array {
  const lit = evenlyLit(chip, lightOf(chip).sided);
  const [straight, mirrored] = embed([lit, mirrorSquare(lit)]);
  if (!straight || !mirrored) throw new RangeError('the embedder lost a chip');
  return straight.map((value, i) => (value + (mirrored[i] ?? value)) / 2);
}
