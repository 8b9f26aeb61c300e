import type { FaceName } from './cast';
import type { Prompt } from './acting';
import type { Beat, PaperMotion } from './scene';
import { actAs, person, play, setUp, type Manner, type Room, type Target } from './stage';

/** What somebody may hold before the camera, or put in its place, who is not the shopper. */

/** A printed photo in somebody's hand. */
export async function photo(
  target: Target,
  face: FaceName,
  motion: PaperMotion,
  room: Room = {},
): Promise<void> {
  await play(target, setUp([person(face, { as: motion, follows: CALM })], room));
}

/**
 * A film of the shopper that runs on a loop, whatever the page asks for. A film shines by
 * itself: it answers no colour of the screen, unless `screenLight` says that it is made to.
 */
export async function film(
  target: Target,
  face: FaceName,
  script: readonly Beat[] = SMILING,
  how: Manner & Room = {},
): Promise<void> {
  const room = { screenLight: 0, ...how };
  await play(target, setUp([person(face, { ...how, follows: script })], room));
}

/**
 * A known gap: a warped still behind a virtual camera that does what the page asks for.
 *
 * @param room `screenLight` is how well the program imitates the screen's light on skin; left
 * out, it does not.
 */
export async function virtualCamera(
  target: Target,
  face: FaceName,
  how: Manner & Room = {},
): Promise<void> {
  await actAs(target, { screenLight: 0, ...how, face });
}

/** One person begins, another goes on from the moment of a prompt. */
export async function swapAt(
  target: Target,
  prompt: Prompt,
  [first, second]: readonly [FaceName, FaceName],
  how: Manner & Room = {},
): Promise<void> {
  const scene = setUp([person(first, how)], how);
  await play(target, { ...scene, swap: { at: prompt, people: [person(second, how)] } });
}

const CALM: readonly Beat[] = [{ prompt: 'neutral', lastsMs: 1000 }];

const SMILING: readonly Beat[] = [
  { prompt: 'neutral', lastsMs: 1600 },
  { prompt: 'smile', lastsMs: 1400 },
];
