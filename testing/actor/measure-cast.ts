import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { castMember, FACE_NAMES, photoPath, type FaceName } from './cast';
import { FRAME } from './lattice';
import * as networks from './networks';
import { cutOut, eyesOf, pose, type Pose, type Portrait } from './portrait';
import { apply, centre, encoder, moveOnto, readPhoto, type Point, type Raster } from './raster';

/**
 * Measures the cast with face-api's own networks and prints the tables of CAST.md.
 *
 *     npx tsx testing/actor/measure-cast.ts             what the poses look like to the networks
 *     npx tsx testing/actor/measure-cast.ts landmarks   finds the landmarks in the photos anew
 */

const WALL = '#b7b1a6';

interface Look {
  readonly score: number;
  readonly happy: number;
  /** Mouth width and the nose's way from the middle of the eyes, both over the eye distance. */
  readonly mouth: number;
  readonly nose: number;
  readonly eyePx: number;
  readonly descriptor: Float32Array;
}

interface Measured {
  readonly face: FaceName;
  readonly rest: Look;
  readonly peak: Look;
  readonly left: Look;
  readonly right: Look;
}

async function lookAt(portrait: Portrait, how: Pose): Promise<Look> {
  const frame = await beforeWall(pose(portrait, how));
  const [found, ...others] = await networks.findInFrame(frame);
  if (!found || others.length > 0) {
    throw new Error(`${found ? others.length + 1 : 0} faces seen at ${JSON.stringify(how)}`);
  }
  const marks = await networks.findLandmarks(frame, found);
  const eyes = eyesOf(marks);
  const upright = moveOnto(eyes, [
    [-0.5, 0],
    [0.5, 0],
  ]);
  const at = (index: number) => apply(upright, marks[index] ?? [NaN, NaN]);
  return {
    score: found.score,
    happy: await networks.happiness(frame, marks),
    mouth: Math.hypot(at(54)[0] - at(48)[0], at(54)[1] - at(48)[1]),
    nose: at(30)[0],
    eyePx: gap(eyes),
    descriptor: await networks.describe(frame, marks),
  };
}

async function beforeWall(person: Raster): Promise<Raster> {
  const { data } = await sharp(await encoder(person).png().toBuffer())
    .flatten({ background: WALL })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: FRAME.width, height: FRAME.height, data: new Uint8ClampedArray(data) };
}

async function measure(face: FaceName): Promise<Measured> {
  const member = castMember(face);
  const portrait = await cutOut(member, photoPath(member.photo));
  const { straighten, rest, peak, turn } = member;
  return {
    face,
    rest: await lookAt(portrait, { ...rest, angle: straighten }),
    peak: await lookAt(portrait, { ...peak, angle: straighten }),
    left: await lookAt(portrait, { ...rest, angle: straighten + turn.left }),
    right: await lookAt(portrait, { ...rest, angle: straighten - turn.right }),
  };
}

function printPoses(cast: readonly Measured[]): void {
  const head = ['face', 'score', 'eyes px', 'happy', 'mouth', 'nose left', 'nose right', 'moved'];
  printRow(head);
  printRow(head.map(() => '---'));
  for (const { face, rest, peak, left, right } of cast) {
    const moved = [peak, left, right].map((look) => apart(rest, look));
    printRow([
      face,
      [rest, peak, left, right].map(({ score }) => score.toFixed(2)).join(' '),
      rest.eyePx.toFixed(0),
      `${rest.happy.toFixed(2)} → ${peak.happy.toFixed(2)}`,
      `${rest.mouth.toFixed(2)} ${signed(peak.mouth - rest.mouth)}`,
      signed(left.nose - rest.nose),
      signed(right.nose - rest.nose),
      moved.join(' '),
    ]);
  }
}

function printDistances(cast: readonly Measured[]): void {
  printRow(['', ...cast.map(({ face }) => face)]);
  printRow(['---', ...cast.map(() => '---')]);
  for (const { face, rest } of cast) {
    printRow([face, ...cast.map((other) => (face === other.face ? '' : apart(rest, other.rest)))]);
  }
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function apart(one: Look, other: Look): string {
  return networks.distance(one.descriptor, other.descriptor).toFixed(2);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

/** In each photo the face nearest to where the cast says it is. */
async function findLandmarksAnew(): Promise<void> {
  const lines: string[] = [];
  for (const face of FACE_NAMES) {
    const { photo, landmarks } = castMember(face);
    const image = await readPhoto(photoPath(photo));
    const known = centre(landmarks);
    const off = ([x, y, width, height]: networks.Found['box']) =>
      gap([known, [x + width / 2, y + height / 2]]);
    const [nearest] = (await networks.findInPhoto(image)).sort((a, b) => off(a.box) - off(b.box));
    if (!nearest) throw new Error(`no face in ${photo}`);
    const found = await networks.findLandmarks(image, nearest);
    const moved = found.map((point, i) => gap([point, landmarks[i] ?? point]));
    console.log(`${face}: moved by ${Math.max(...moved).toFixed(1)} px at most`);
    const numbers = found.flat().map((value) => Number(value.toFixed(1)));
    lines.push(`  '${face}': [${numbers.join(', ')}],`);
  }
  const file = fileURLToPath(new URL('cast-landmarks.ts', import.meta.url));
  await writeFile(file, `${HEADER}export const LANDMARKS = {\n${lines.join('\n')}\n${FOOTER}`);
  console.log('written; run prettier over it');
}

const HEADER = `/**
 * 68 landmarks (iBUG 300-W order) of every cast member, x0, y0, x1, y1 … in pixels of the
 * photo. Written by \`measure-cast.ts\`; numbers only, the photos stay in their package.
 */
`;
const FOOTER = `} as const satisfies Record<string, readonly number[]>;
`;

function gap([[ax, ay], [bx, by]]: readonly [Point, Point]): number {
  return Math.hypot(bx - ax, by - ay);
}

await networks.loadNetworks();
if (process.argv[2] === 'landmarks') {
  await findLandmarksAnew();
} else {
  const cast: Measured[] = [];
  for (const face of FACE_NAMES) cast.push(await measure(face));
  printPoses(cast);
  console.log();
  printDistances(cast);
}
