import { SCREEN_COLOURS, type Rgb, type ScreenColour } from '../colours';
import type { Evidence } from '../evidence';
import { leastSquares, mean } from '../statistics';
import type { JudgedChallenge, SeenFrame, Trace } from './trace';

/** How the skin took up the light of the screen. */
export type ColourAnswer =
  /** The challenge has none. */
  | { readonly kind: 'unasked' }
  | {
      readonly kind: 'answered' | 'silent';
      /**
       * Change of the skin's colour against the background's, per change of the screen's: both
       * as differences of logarithms between two channels.
       */
      readonly gain: number;
      /** Correlation of the two when what a smile and a turn do to it is taken away. */
      readonly correlation: number;
    };

export interface ColourBounds {
  readonly gainMin: number;
  readonly correlationMin: number;
}

/** From the change on the screen to the first frame that can show it, and to a settled one. */
const LAG_MS = { screen: 60, settled: 160 } as const;
/** Fewer different ones say nothing; who shows fewer than were asked for does not answer. */
const SLOTS_MIN = 3;

interface Sample {
  /** Screen's and skin's colour as differences of logarithms: red to green, blue to green. */
  readonly screen: readonly [number, number];
  readonly skin: readonly [number, number];
  /** What changes the skin's colour without any screen. */
  readonly nuisance: readonly number[];
}

/**
 * Whether the light of the screen came back from the skin, and less from what lies behind it. A
 * film on a screen shines by itself and does not answer; a printed photo answers with its own
 * background alike. (Active illumination; e.g. Tang et al., Face Flashing, NDSS 2018.)
 */
export function colourAnswer(
  { colours }: JudgedChallenge,
  { coloursShownAtMs }: Evidence,
  { frames }: Trace,
  bounds: ColourBounds,
): ColourAnswer {
  if (colours.length === 0) return { kind: 'unasked' };
  const slots = coloursShownAtMs.map((fromMs, i) => ({
    colour: colours[i],
    fromMs: fromMs + LAG_MS.settled,
    toMs: (coloursShownAtMs[i + 1] ?? Infinity) + LAG_MS.screen,
  }));
  const samples: Sample[] = [];
  const seen = new Set<ScreenColour>();
  for (const { colour, fromMs, toMs } of slots) {
    const own = frames.filter(({ tMs }) => tMs >= fromMs && tMs <= toMs);
    if (!colour || own.length === 0) continue;
    seen.add(colour);
    samples.push(...own.map((frame) => sampleOf(frame, SCREEN_COLOURS[colour])));
  }
  if (seen.size < SLOTS_MIN) return { kind: 'silent', gain: NaN, correlation: NaN };
  const { gain, correlation } = regress(samples);
  const answered = gain >= bounds.gainMin && correlation >= bounds.correlationMin;
  return { kind: answered ? 'answered' : 'silent', gain, correlation };
}

function sampleOf({ skin, background, happy, turn, mouthRise, tMs }: SeenFrame, screen: Rgb) {
  const [skinRed, skinBlue] = chroma(skin);
  const [wallRed, wallBlue] = chroma(background);
  return {
    screen: chroma(screen),
    skin: [skinRed - wallRed, skinBlue - wallBlue] as const,
    nuisance: [1, tMs / 1000, happy, mouthRise, turn, Math.abs(turn)],
  };
}

/** One gain for both channel pairs, after each has been freed of what is not the screen's. */
function regress(samples: readonly Sample[]): { gain: number; correlation: number } {
  const nuisances = samples.map(({ nuisance }) => nuisance);
  let [xy, xx, yy] = [0, 0, 0];
  for (const channel of [0, 1] as const) {
    const x = residuals(
      nuisances,
      samples.map(({ screen }) => screen[channel]),
    );
    const y = residuals(
      nuisances,
      samples.map(({ skin }) => skin[channel]),
    );
    x.forEach((value, i) => {
      xy += value * (y[i] ?? NaN);
      xx += value * value;
      yy += (y[i] ?? NaN) ** 2;
    });
  }
  return { gain: xy / xx, correlation: xy / Math.sqrt(xx * yy) };
}

/** What the nuisances leave of it; of fewer samples than nuisances, what the mean leaves. */
function residuals(rows: readonly (readonly number[])[], y: readonly number[]): number[] {
  const fit = leastSquares(rows, y);
  if (!fit) return y.map((value) => value - mean(y));
  return y.map((value, i) => {
    const explained = fit.reduce((sum, term, j) => sum + term * (rows[i]?.[j] ?? NaN), 0);
    return value - explained;
  });
}

/** A little light is added, so that black divides nothing. */
const DARK = 4;

function chroma([red, green, blue]: Rgb): readonly [number, number] {
  const log = (value: number) => Math.log(value + DARK);
  return [log(red) - log(green), log(blue) - log(green)];
}
