import { SCREEN_COLOURS, type Rgb } from '@/lib/liveness/colours';

/**
 * How the light of the page's screen comes back from what stands before it: pure functions,
 * shared by the performer in the page and the tests.
 */

/** The screen's colours as they came, oldest first, and when; null: the screen as it is. */
export type ScreenLog = readonly { readonly colour: Rgb | null; readonly atMs: number }[];

/** The panel's own delay and half an exposure of the camera. */
export const SCREEN_DELAY_MS = 80;

/** The wall is further from the screen than the face: light falls with the square of the way. */
const WALL_SHARE = 0.1;

const COLOURS = Object.values(SCREEN_COLOURS);
const MEAN = perChannel(
  (i) => COLOURS.reduce((sum, colour) => sum + colour[i], 0) / COLOURS.length,
);

/**
 * Takes down what the page shows now.
 *
 * @requires `tMs` never runs backwards.
 */
export function noteScreen(log: ScreenLog, colour: Rgb | null, tMs: number): ScreenLog {
  if (String(log.at(-1)?.colour ?? null) === String(colour)) return log;
  // Only the last one that is lit already is still of use.
  const lit = log.findLastIndex(({ atMs }) => atMs + SCREEN_DELAY_MS <= tMs);
  return [...log.slice(Math.max(lit, 0)), { colour, atMs: tMs }];
}

/** The colour that the light in the room has at a moment; null: as the room is. */
export function litBy(log: ScreenLog, tMs: number): Rgb | null {
  return log.findLast(({ atMs }) => atMs + SCREEN_DELAY_MS <= tMs)?.colour ?? null;
}

/**
 * What skin is multiplied by, channel by channel: 1 + k · (colour − mean of the colours) / 255,
 * brought under 1 by one factor for all colours, as a camera's exposure would, so that nothing
 * burns out and drawing it needs only darkening.
 *
 * @param screenLight k: 0 in the bright sun, 0.05 at arm's length in a normal room, 0.2 in the
 * dark.
 */
export function skinGain(colour: Rgb | null, screenLight: number): Rgb {
  const headroom = 1 + (screenLight * (255 - Math.min(...MEAN))) / 255;
  return perChannel((i) => (1 + screenLight * excess(colour, i)) / headroom);
}

/**
 * The colour to paint the wall with before everything is multiplied by `gain`, so that the wall
 * answers with a tenth of what skin does.
 *
 * @param gain as it is really drawn, rounded or not.
 */
export function wallUnder(wall: Rgb, colour: Rgb | null, screenLight: number, gain: Rgb): Rgb {
  const calm = skinGain(null, screenLight);
  return perChannel((i) => {
    const answer = 1 + WALL_SHARE * screenLight * excess(colour, i);
    return (wall[i] * calm[i] * answer) / gain[i];
  });
}

function excess(colour: Rgb | null, channel: 0 | 1 | 2): number {
  return colour ? (colour[channel] - MEAN[channel]) / 255 : 0;
}

function perChannel(value: (channel: 0 | 1 | 2) => number): Rgb {
  return [value(0), value(1), value(2)];
}
