import type { Prompt } from './acting';
import type { FaceName } from './cast';

/** What the camera shows, as plain data: it travels from the test into the page. */
export interface Scene {
  readonly camera: CameraState;
  readonly people: readonly Role[];
  /** Others take their place the moment a prompt appears for the first time. */
  readonly swap: { readonly at: Prompt; readonly people: readonly Role[] } | null;
  /** Of reaction times, sway and noise. */
  readonly seed: number;
  /** Standard deviation of the sensor's noise, 0…255. */
  readonly noise: number;
  /** Brightness of the room: 1 as the portraits are lit, 0.5 half of it. */
  readonly light: number;
  /**
   * How much of the screen's light comes back from skin and paper: 0 none (bright sun, or no
   * camera at all), 0.05 a normal room, 0.2 the dark. See `screen-light.ts`.
   */
  readonly screenLight: number;
}

export type CameraState = 'works' | 'refused' | 'missing' | 'busy';

export interface Role {
  readonly face: FaceName;
  /** The prompts on the page, or a film of one's own that runs on a loop and looks at nothing. */
  readonly follows: 'prompts' | readonly Beat[];
  /** Where the film of one's own begins, milliseconds from its start. */
  readonly filmFromMs: number;
  /** In the flesh, or on a sheet of paper that somebody holds up. */
  readonly as: 'person' | PaperMotion;
  /** From a prompt's appearance to the first muscle. */
  readonly reactionMs: number;
  /** Reactions are up to this much faster or slower. */
  readonly jitterMs: number;
  /** How long the muscles take: 1 as most people's, 2 twice as long. */
  readonly pace: number;
  /** Pixels that the person drifts to either side; 0 for a statue. */
  readonly sway: number;
  /** Pixels, standard deviation of the head's quick and aimless movements; 0 for none. */
  readonly tremor: number;
  /** Where the person stands: pixels from the middle of the frame, and size. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** How a photo is moved by hand to look like a living face. */
export type PaperMotion = 'held' | 'moved' | 'tilted' | 'bent' | 'zoomed';

/** Everybody who appears at some time. */
export function everybody({ people, swap }: Scene): readonly Role[] {
  return [...people, ...(swap?.people ?? [])];
}

/** A piece of a film: what is acted, and for how long. */
export interface Beat {
  readonly prompt: Prompt;
  readonly lastsMs: number;
}
