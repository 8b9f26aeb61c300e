import type { Page } from '@playwright/test';
import { film, photo, swapAt, virtualCamera } from '@/testing/actor/attacks';
import type { FaceName } from '@/testing/actor/cast';
import type { Beat, PaperMotion } from '@/testing/actor/scene';
import { actAs, twoPeople, type Manner, type Room } from '@/testing/actor/stage';
import type { ChallengeStep } from '@/lib/liveness/challenge';
import { shuffled } from '@/lib/liveness/shuffled';
import { anybody, between, pick, TURNING_FACES, type Random } from './people';

/** What stands before the camera in one face check. */
export interface Staged {
  /** Whose face the wallet that is claimed knows. */
  readonly claimed: FaceName;
  /** All that was chosen at random, for the record. */
  readonly variant: Readonly<Record<string, unknown>>;
  play(page: Page): Promise<void>;
}

export type Stager = (face: FaceName, steps: readonly ChallengeStep[], random: Random) => Staged;

/** The real shopper. */
export const genuine: Stager = (face, _steps, random) => {
  const how = anybody(random);
  return { claimed: face, variant: { how }, play: (page) => actAs(page, { ...how, face }) };
};

function paper(motion: PaperMotion): Stager {
  return (face, _steps, random) => {
    const { seed, noise, light, screenLight } = anybody(random);
    const room = { seed, noise, light, screenLight };
    const play = (page: Page) => photo(page, face, motion, room);
    return { claimed: face, variant: { motion, room }, play };
  };
}

/** A film's people stand where people stand, but the film looks at nothing. */
function looped(script: (random: Random) => readonly Beat[]): Stager {
  return (face, _steps, random) => {
    const beats = script(random);
    const lengthMs = beats.reduce((sum, { lastsMs }) => sum + lastsMs, 0);
    const filmFromMs = between(random, 0, lengthMs);
    const how = { ...anybody(random), filmFromMs, screenLight: 0 };
    const play = (page: Page) => film(page, face, beats, how);
    return { claimed: face, variant: { beats, how }, play };
  };
}

function smileAgainAndAgain(random: Random): readonly Beat[] {
  return [
    { prompt: 'neutral', lastsMs: between(random, 800, 4000) },
    { prompt: 'smile', lastsMs: between(random, 800, 2000) },
  ];
}

function everythingInTurn(random: Random): readonly Beat[] {
  const acts = shuffled(['smile', 'turn-left', 'turn-right'] as const, random);
  return acts.flatMap((prompt): Beat[] => [
    { prompt: 'neutral', lastsMs: between(random, 600, 1600) },
    { prompt, lastsMs: between(random, 800, 1800) },
  ]);
}

function virtual(imitates: (how: Manner & Room) => number | undefined): Stager {
  return (face, _steps, random) => {
    const how = anybody(random);
    const acted = { ...how, screenLight: imitates(how) };
    const play = (page: Page) => virtualCamera(page, face, acted);
    return { claimed: face, variant: { how: acted }, play };
  };
}

/** Somebody else pays as the claimed one, in the flesh. */
const another: Stager = (face, _steps, random) => {
  const how = anybody(random);
  const claimed = pick(random, othersThan(face));
  return { claimed, variant: { how }, play: (page) => actAs(page, { ...how, face }) };
};

/** The claimed one begins or ends, somebody else does the rest. */
const swapped: Stager = (face, steps, random) => {
  const how = anybody(random);
  const acts = steps.map(({ kind }) => kind).filter((kind) => kind !== 'neutral');
  const at = acts[Math.floor(random() * acts.length)] ?? 'smile';
  const other = pick(random, othersThan(face));
  const order = random() < 0.5 ? ([face, other] as const) : ([other, face] as const);
  const play = (page: Page) => swapAt(page, at, order, how);
  return { claimed: face, variant: { how, at, order }, play };
};

const together: Stager = (face, _steps, random) => {
  const { x: _x, scale: _scale, ...how } = anybody(random);
  const other = pick(random, othersThan(face));
  const [left, right] = random() < 0.5 ? [face, other] : [other, face];
  const play = (page: Page) => twoPeople(page, left, right, how);
  return { claimed: face, variant: { how, left, right }, play };
};

export const ATTACKS = {
  'film-smile-loop': looped(smileAgainAndAgain),
  'photo-still': paper('held'),
  'photo-moved': paper('moved'),
  'photo-tilted': paper('tilted'),
  'photo-bent': paper('bent'),
  'photo-zoomed': paper('zoomed'),
  'warped-everything-loop': looped(everythingInTurn),
  'another-person': another,
  'swap-half-way': swapped,
  'two-faces': together,
  'virtual-camera': virtual(() => 0),
  'virtual-camera-colours': virtual(({ screenLight }) => screenLight),
} as const satisfies Record<string, Stager>;

export type AttackName = keyof typeof ATTACKS;
export const ATTACK_NAMES = Object.keys(ATTACKS) as AttackName[];

function othersThan(face: FaceName): [FaceName, ...FaceName[]] {
  // The same woman on another day is nobody else.
  const kin: readonly FaceName[] = ['ines', 'ines-later'];
  const others = TURNING_FACES.filter(
    (other) => other !== face && !(kin.includes(face) && kin.includes(other)),
  );
  return [others[0] ?? 'ana', ...others.slice(1)];
}
