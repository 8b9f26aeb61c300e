import type { BrowserContext, Page } from '@playwright/test';
import { bundle } from './bundle';
import { FACE_NAMES, type FaceName } from './cast';
import { reelOf } from './reel';
import { everybody, type CameraState, type Role, type Scene } from './scene';

/** A page, or a whole context: then every page of it sees the same, unless told otherwise. */
export type Target = Page | BrowserContext;

/** What a test may say about how a person acts; all of it has a sensible default. */
export type Manner = Partial<Omit<Role, 'face'>>;
type RoomKey = 'seed' | 'noise' | 'light' | 'screenLight';
/** What a test may say about camera and room. */
export type Room = Partial<Pick<Scene, RoomKey>>;

const PERSON: Omit<Role, 'face'> = {
  follows: 'prompts',
  filmFromMs: 0,
  as: 'person',
  reactionMs: 600,
  jitterMs: 60,
  pace: 1,
  sway: 1.5,
  tremor: 0.3,
  x: 0,
  y: 0,
  scale: 1,
};
const ROOM: Pick<Scene, RoomKey> = { seed: 1, noise: 2, light: 1, screenLight: 0.05 };

const scenes = new WeakMap<Target, Scene>();
const wired = new WeakSet<BrowserContext>();

/**
 * Puts a person in front of the camera who does what the page prompts
 * (`data-face-check data-prompt="neutral | smile | turn-left | turn-right"`).
 *
 * @requires before the page is opened: what is open already keeps its own camera.
 * @param how `face` from the cast, and any of manner and room.
 */
export async function actAs(
  target: Target,
  { face, ...how }: { readonly face: FaceName } & Manner & Room,
): Promise<void> {
  await play(target, setUp([person(face, how)], how));
}

/** Everybody goes; the wall stays. */
export async function leave(target: Target, room: Room = {}): Promise<void> {
  await play(target, setUp([], room));
}

/** Side by side, a little further away, both acting. */
export async function twoPeople(
  target: Target,
  left: FaceName,
  right: FaceName,
  how: Manner & Room = {},
): Promise<void> {
  const beside = (face: FaceName, x: number) => person(face, { ...how, x, scale: 0.72 });
  await play(target, setUp([beside(left, -160), beside(right, 160)], how));
}

/** A photo on a stand: it shows a face, and nothing else ever. */
export async function still(target: Target, face: FaceName, room: Room = {}): Promise<void> {
  const photo: Manner = { follows: [{ prompt: 'neutral', lastsMs: 1000 }], sway: 0 };
  await play(target, setUp([person(face, photo)], room));
}

/** The person, or the browser, says no. */
export const refuseCamera = (target: Target) => playCamera(target, 'refused');
/** The device has no camera. */
export const noCamera = (target: Target) => playCamera(target, 'missing');
/** Another program holds the camera. */
export const busyCamera = (target: Target) => playCamera(target, 'busy');

/** Pulls the plug of a running camera: its tracks end. */
export async function loseCamera(page: Page): Promise<void> {
  await page.evaluate(() => window.performer?.unplug());
}

/** Shows a scene of one's own making, now and to every page that opens a camera later. */
export async function play(target: Target, scene: Scene): Promise<void> {
  await wire('pages' in target ? target : target.context());
  scenes.set(target, scene);
  await Promise.all(everybody(scene).map(({ face }) => reelOf(face)));
  const pages = 'pages' in target ? target.pages().filter((page) => !scenes.has(page)) : [target];
  await Promise.all(pages.map((page) => page.evaluate((s) => window.performer?.direct(s), scene)));
}

export function person(face: FaceName, manner: Manner & Room): Role {
  const { seed: _seed, noise: _noise, light: _light, screenLight: _screenLight, ...own } = manner;
  return { ...PERSON, ...own, face };
}

export function setUp(people: readonly Role[], room: Room): Scene {
  return {
    camera: 'works',
    people,
    swap: null,
    seed: room.seed ?? ROOM.seed,
    noise: room.noise ?? ROOM.noise,
    light: room.light ?? ROOM.light,
    screenLight: room.screenLight ?? ROOM.screenLight,
  };
}

function playCamera(target: Target, camera: CameraState): Promise<void> {
  return play(target, { ...ROOM, camera, people: [], swap: null });
}

async function wire(context: BrowserContext): Promise<void> {
  if (wired.has(context)) return;
  wired.add(context);
  await context.exposeBinding('actingStage', ({ page }, ask: string) => {
    if (ask === 'scene') return scenes.get(page) ?? scenes.get(context) ?? null;
    const face = FACE_NAMES.find((name) => name === ask);
    if (!face) throw new Error(`nobody in the cast is called ${ask}`);
    return reelOf(face);
  });
  await context.addInitScript(await bundle('performer.ts'));
}
