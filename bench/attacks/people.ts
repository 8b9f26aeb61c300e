import { FACE_NAMES, type FaceName } from '@/testing/actor/cast';
import type { Manner, Room } from '@/testing/actor/stage';

/** Where a random number lies between two bounds. */
export type Random = () => number;

export function between(random: Random, from: number, to: number): number {
  return from + random() * (to - from);
}

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** As people and cameras differ: quick and slow, near and far, in every light, cheap sensors. */
export function anybody(random: Random): Manner & Room {
  const light = between(random, 0.6, 1.3);
  return {
    seed: Math.floor(random() * 2 ** 31),
    reactionMs: between(random, 350, 1600),
    jitterMs: between(random, 20, 120),
    pace: between(random, 0.75, 1.6),
    sway: between(random, 0.8, 4),
    tremor: between(random, 0.15, 0.9),
    x: between(random, -35, 35),
    y: between(random, -10, 15),
    scale: between(random, 0.85, 1.1),
    noise: between(random, 1, 6),
    light,
    // The darker the room, the more of its light is the screen's.
    screenLight: (0.05 * between(random, 0.6, 1.8)) / light,
  };
}

/** Who must not be asked for a turn: lost from sight before she has turned far enough. */
const NEVER_TURNS: readonly FaceName[] = ['june'];
/** The same person years later: her face on a second account would be held. */
const SECOND_FACES: readonly FaceName[] = ['ines-later'];

/** Who can be enrolled, each on one account: enrolment asks for turns. */
export const TURNING_FACES = FACE_NAMES.filter(
  (face) => !NEVER_TURNS.includes(face) && !SECOND_FACES.includes(face),
);
