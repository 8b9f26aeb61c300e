import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { castMember, FACE_NAMES, photoPath, type CastMember } from '@/testing/actor/cast';
import { FRAME } from '@/testing/actor/lattice';
import { cutOut, pose, type Portrait } from '@/testing/actor/portrait';
import { encoder, type Raster } from '@/testing/actor/raster';
import { litFrom, winking, type Side } from './acted-faces';

/**
 * The acted cast (`testing/actor`) as folders of pictures: the same faces calm, smiling, and doing
 * what is no smile. Drawn anew at every run into a folder that the caller deletes.
 */

const WALL = '#b7b1a6';

/** One picture of a cast member. Smiles are parts of the way from rest to peak. */
interface Take {
  readonly name: string;
  readonly smile: number;
  /** Added to the pose's own; lips that the photo shows parted open again below zero. */
  readonly opened?: number;
  /** Radians. */
  readonly turned?: number;
  readonly light?: Side;
  readonly wink?: Side;
}

const LIGHTS = [undefined, 'left', 'right'] as const;

const SMILES: readonly Take[] = [0.8, 1, 1.25].flatMap((smile) => [
  ...LIGHTS.map((light) => ({ name: `smile-${smile}-${light ?? 'front'}`, smile, light })),
  { name: `smile-${smile}-turned`, smile, turned: 0.12 },
]);

const OTHERS: readonly Take[] = [
  ...(['left', 'right'] as const).flatMap((side): Take[] => [
    { name: `lit-${side}`, smile: 0, light: side },
    { name: `wink-${side}`, smile: 0, wink: side },
    { name: `wink-lit-${side}`, smile: 0, wink: side, light: side },
    { name: `wink-and-twitch-${side}`, smile: 0.2, wink: side },
  ]),
  { name: 'pursed', smile: -0.4 },
  { name: 'frown', smile: -0.2, turned: 0.1 },
  { name: 'open', smile: 0, opened: 1 },
  { name: 'open-pursed', smile: -0.3, opened: 1 },
  { name: 'speech', smile: 0.15, opened: 0.5 },
  { name: 'turned-left', smile: 0, turned: 0.18 },
  { name: 'turned-right', smile: 0, turned: -0.18 },
];

export interface ActedFolders {
  readonly smiles: string;
  readonly others: string;
  readonly neutral: string;
}

/** @ensures `<folder>/{smiles,others,neutral}/<face>/<take>.png`. */
export async function drawActed(folder: string): Promise<ActedFolders> {
  const folders = {
    smiles: join(folder, 'smiles'),
    others: join(folder, 'others'),
    neutral: join(folder, 'neutral'),
  };
  for (const face of FACE_NAMES) {
    const member = castMember(face);
    const portrait = await cutOut(member, photoPath(member.photo));
    const draw = async (into: string, take: Take) => {
      const file = join(into, face, `${take.name}.png`);
      mkdirSync(dirname(file), { recursive: true });
      await sharp(
        await encoder(shot(member, portrait, take))
          .png()
          .toBuffer(),
      )
        .flatten({ background: WALL })
        .toFile(file);
    };
    await draw(folders.neutral, { name: 'calm', smile: 0 });
    for (const take of SMILES) await draw(folders.smiles, take);
    for (const take of OTHERS) await draw(folders.others, take);
  }
  return folders;
}

function shot({ rest, peak, straighten }: CastMember, portrait: Portrait, take: Take): Raster {
  const { smile, opened = 0, turned = 0, light, wink } = take;
  const frame = pose(portrait, {
    angle: straighten + turned,
    smile: rest.smile + smile * (peak.smile - rest.smile),
    shut: Math.max(0, rest.shut - opened + Math.max(0, smile) * (peak.shut - rest.shut)),
  });
  const marks = portrait.marks.map(
    ([x, y]) => [FRAME.eyesX + x * FRAME.scale, FRAME.eyesY + y * FRAME.scale] as const,
  );
  if (wink) winking(frame, marks, wink);
  if (light) litFrom(frame, light);
  return frame;
}
