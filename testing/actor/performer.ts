import type { Rgb } from '@/lib/liveness/colours';
import type { Prompt } from './acting';
import type { FaceName } from './cast';
import { Drawing } from './drawing';
import { FRAMES_PER_SECOND } from './film-speed';
import { develop, type Pictures } from './pictures';
import type { Reel } from './reel';
import { everybody, type CameraState, type Scene } from './scene';

/**
 * Runs in the page before any of its own scripts: a camera whose pictures are drawn. Bundled
 * by `stage.ts`; talks to the test through the binding `actingStage`.
 */

/** What the page may ask the test for. */
export interface Stage {
  (ask: 'scene'): Promise<Scene | null>;
  (ask: FaceName): Promise<Reel>;
}

/** What the test may tell the page. */
export interface Performer {
  direct(scene: Scene): Promise<void>;
  unplug(): void;
}

declare global {
  interface Window {
    actingStage: Stage;
    performer?: Performer;
  }
}

const WIDTH = 640;
const HEIGHT = 480;
const FRAME_MS = 1000 / FRAMES_PER_SECOND;
const LABEL = 'Acting shopper';

interface Camera {
  readonly context: CanvasRenderingContext2D;
  readonly track: MediaStreamTrack;
  /** The scene's clock starts with the scene. */
  startedMs: number;
  drawing: Drawing;
}

const FAILURES: Record<Exclude<CameraState, 'works'>, [name: string, message: string]> = {
  refused: ['NotAllowedError', 'Permission denied'],
  missing: ['NotFoundError', 'Requested device not found'],
  busy: ['NotReadableError', 'Could not start video source'],
};

const cameras = new Set<Camera>();
const developed = new Map<FaceName, Promise<Pictures>>();

async function open(): Promise<MediaStream | null> {
  const scene = await window.actingStage('scene');
  if (!scene) return null;
  if (scene.camera !== 'works') {
    const [name, message] = FAILURES[scene.camera];
    throw new DOMException(message, name);
  }
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new DOMException('no 2d canvas', 'NotReadableError');
  const before = directed;
  let drawing = await prepare(context, scene);
  // Somebody may have changed the scene while its pictures were fetched.
  for (let seen = before; directed && directed !== seen;) {
    seen = directed;
    drawing = await prepare(context, seen);
  }
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const [track] = stream.getVideoTracks();
  if (!track) throw new DOMException('no track', 'NotReadableError');
  pose(track);
  const camera: Camera = { context, track, startedMs: performance.now(), drawing };
  cameras.add(camera);
  film(camera, camera.startedMs);
  return stream;
}

/** The scene that was played last, to whatever was open then. */
let directed: Scene | undefined;

/** Draws until the track ends, on a beat of its own that catches up after a long task. */
function film(camera: Camera, dueMs: number): void {
  if (camera.track.readyState === 'ended') {
    cameras.delete(camera);
    return;
  }
  const nowMs = performance.now();
  camera.drawing.draw(promptOnPage(), colourOnPage(), nowMs - camera.startedMs);
  const nextMs = Math.max(dueMs + FRAME_MS, nowMs - FRAME_MS);
  setTimeout(() => film(camera, nextMs), Math.max(nextMs - performance.now(), 0));
}

function promptOnPage(): Prompt {
  const view = document.querySelector<HTMLElement>('[data-face-check][data-prompt]');
  return (view?.dataset.prompt ?? 'none') as Prompt;
}

/** As it is really painted; null while the page shows none. */
function colourOnPage(): Rgb | null {
  const backdrop = document.querySelector<HTMLElement>('[data-screen-colour]');
  const painted = backdrop && getComputedStyle(backdrop).backgroundColor;
  const [red, green, blue, alpha = 1] = (painted?.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return null;
  return [red, green, blue];
}

async function prepare(context: CanvasRenderingContext2D, scene: Scene): Promise<Drawing> {
  const faces = [...new Set(everybody(scene).map(({ face }) => face))];
  const pictures = await Promise.all(
    faces.map(async (face) => [face, await picturesOf(face)] as const),
  );
  return new Drawing(context, scene, new Map(pictures));
}

function picturesOf(face: FaceName): Promise<Pictures> {
  const known = developed.get(face) ?? window.actingStage(face).then(develop);
  developed.set(face, known);
  return known;
}

/** Pictures are made ready while the page idles, as a real camera needs no download. */
async function warmUp(): Promise<void> {
  const scene = await window.actingStage('scene');
  for (const { face } of scene ? everybody(scene) : []) await picturesOf(face);
}

/** A canvas' track passes for a camera's. */
function pose(track: MediaStreamTrack): void {
  const settings = { ...track.getSettings(), deviceId: 'acting-shopper', facingMode: 'user' };
  Object.defineProperty(track, 'label', { value: LABEL });
  track.getSettings = () => ({
    ...settings,
    width: WIDTH,
    height: HEIGHT,
    frameRate: FRAMES_PER_SECOND,
  });
}

window.performer = {
  async direct(scene) {
    directed = scene;
    for (const camera of cameras) {
      camera.drawing = await prepare(camera.context, scene);
      camera.startedMs = performance.now();
    }
  },
  unplug() {
    for (const { track } of cameras) {
      track.stop();
      // A device that goes away ends the track with an event; stop() alone is silent.
      track.dispatchEvent(new Event('ended'));
    }
  },
};

// Not there on an insecure address, exactly like the real one.
if (navigator.mediaDevices) {
  const { mediaDevices, permissions } = navigator;
  addEventListener('load', () => requestIdleCallback(() => void warmUp()));
  const real = {
    getUserMedia: mediaDevices.getUserMedia.bind(mediaDevices),
    enumerateDevices: mediaDevices.enumerateDevices.bind(mediaDevices),
    query: permissions.query.bind(permissions),
  };
  mediaDevices.getUserMedia = async (constraints) => {
    const drawn = constraints?.video ? await open() : null;
    return drawn ?? real.getUserMedia(constraints);
  };
  mediaDevices.enumerateDevices = async () => {
    const scene = await window.actingStage('scene');
    if (!scene) return real.enumerateDevices();
    if (scene.camera === 'missing') return [];
    const device = { deviceId: LABEL, groupId: '', kind: 'videoinput', label: LABEL } as const;
    return [{ ...device, toJSON: () => device }];
  };
  permissions.query = async (descriptor) => {
    const scene = String(descriptor.name) === 'camera' ? await window.actingStage('scene') : null;
    const status = await real.query(descriptor);
    if (!scene) return status;
    const state = scene.camera === 'refused' ? 'denied' : 'granted';
    return Object.defineProperty(status, 'state', { value: state });
  };
}
