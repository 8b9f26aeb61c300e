import { shuffled } from './shuffled';

/**
 * The colours that the screen may take on while a face is looked at. Light, so that dark words
 * stay readable on each, and as far apart as that allows: little of a screen's light comes back
 * from skin ("active illumination": what lies before the screen shines back, a film does not).
 */
export const SCREEN_COLOURS = {
  amber: [255, 196, 92],
  sky: [118, 190, 255],
  mint: [126, 240, 160],
  rose: [255, 138, 204],
} as const satisfies Record<string, Rgb>;

/** Red, green and blue, 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export type ScreenColour = keyof typeof SCREEN_COLOURS;
export const SCREEN_COLOUR_NAMES = Object.keys(SCREEN_COLOURS) as ScreenColour[];

/**
 * How long each colour stays: two and a half changes a second. WCAG 2.2 (2.3.1) allows three
 * flashes, which are six changes.
 */
export const COLOUR_SLOT_MS = 400;

/** Rounds of all colours: more than the longest face check shows; who is done earlier saw fewer. */
const ROUNDS = 10;

/**
 * A sequence in which every round shows every colour, in an order of its own, and no colour
 * follows itself.
 *
 * @param random uniform in [0, 1), unpredictable to the client.
 */
export function chooseColours(random: () => number): ScreenColour[] {
  const chosen: ScreenColour[] = [];
  while (chosen.length < ROUNDS * SCREEN_COLOUR_NAMES.length) {
    const round = shuffled(SCREEN_COLOUR_NAMES, random);
    if (round[0] !== chosen[chosen.length - 1]) chosen.push(...round);
  }
  return chosen;
}
