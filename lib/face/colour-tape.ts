import { COLOUR_SLOT_MS, type ScreenColour } from '@/lib/liveness/colours';

/** The challenge's colours, and when each came on the screen. */
export interface ColourTape {
  readonly colours: readonly ScreenColour[];
  readonly shownAtMs: readonly number[];
}

export function newTape(colours: readonly ScreenColour[]): ColourTape {
  return { colours, shownAtMs: [] };
}

/**
 * Shows the next colour when its time has come: the first at once, every other after a slot.
 *
 * @requires `nowMs` never runs backwards.
 * @ensures no two changes are nearer than {@link COLOUR_SLOT_MS}, however late the clock looks.
 */
export function wind(tape: ColourTape, nowMs: number): ColourTape {
  const { colours, shownAtMs } = tape;
  const latest = shownAtMs[shownAtMs.length - 1];
  const isDue = latest === undefined || nowMs - latest >= COLOUR_SLOT_MS;
  if (!isDue || shownAtMs.length === colours.length) return tape;
  return { colours, shownAtMs: [...shownAtMs, nowMs] };
}

/** @returns null before the first and where there are none. */
export function colourOf({ colours, shownAtMs }: ColourTape): ScreenColour | null {
  return colours[shownAtMs.length - 1] ?? null;
}
