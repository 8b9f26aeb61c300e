import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { castMember, photoPath, type FaceName } from './cast';
import type { Expression } from './expression';
import { cutOut, pose, type Pose, type Portrait } from './portrait';
import { encoder } from './raster';

/**
 * Every picture that a cast member needs to act: WebP with alpha, in base64, each of the
 * frame's size. Each list starts at rest and ends at the full expression.
 */
export interface Reel {
  readonly smile: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Pictures from rest to the full expression, without the one at rest. */
const STEPS = 9;

const here = dirname(fileURLToPath(import.meta.url));
/** Out of the repository's sight: photos and what is made of them are never committed. */
const cacheFolder = join(here, '../../node_modules/.cache/acting-shopper');

const MADE_BY = [
  ...['cast', 'cast-landmarks', 'expression', 'lattice', 'lips', 'portrait'],
  ...['raster', 'reel', 'spline', 'turning'],
];

const shot = new Map<FaceName, Promise<Reel>>();

/** Rendered at most once a process, and at most once a machine until the code changes. */
export function reelOf(face: FaceName): Promise<Reel> {
  const known = shot.get(face) ?? findOrShoot(face);
  shot.set(face, known);
  return known;
}

async function findOrShoot(face: FaceName): Promise<Reel> {
  const file = join(cacheFolder, `${face}-${await version()}.json`);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Reel;
  } catch {
    const reel = await shoot(face);
    await mkdir(cacheFolder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(reel));
    await rename(draft, file);
    return reel;
  }
}

async function shoot(face: FaceName): Promise<Reel> {
  const member = castMember(face);
  const portrait = await cutOut(member, photoPath(member.photo));
  const { straighten, rest, peak, turn } = member;
  const still: Pose = { ...rest, angle: straighten };
  const first = await develop(portrait, still);
  const to = async (end: Pose) => {
    const pictures = [first];
    for (let i = 1; i <= STEPS; i++) {
      pictures.push(await develop(portrait, between(still, end, i / STEPS)));
    }
    return pictures;
  };
  return {
    smile: await to({ ...peak, angle: straighten }),
    left: await to({ ...rest, angle: straighten + turn.left }),
    right: await to({ ...rest, angle: straighten - turn.right }),
  };
}

async function develop(portrait: Portrait, how: Pose): Promise<string> {
  const webp = encoder(pose(portrait, how)).webp({ quality: 90, alphaQuality: 90, effort: 2 });
  return (await webp.toBuffer()).toString('base64');
}

function between(one: Pose, other: Pose, part: number): Pose {
  const mix = (key: keyof Expression | 'angle') => one[key] + (other[key] - one[key]) * part;
  return { smile: mix('smile'), shut: mix('shut'), angle: mix('angle') };
}

/** Changes with everything that a picture depends on: a cached reel is never an old one. */
async function version(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of MADE_BY) hash.update(await readFile(join(here, `${name}.ts`)));
  return hash.digest('hex').slice(0, 16);
}
