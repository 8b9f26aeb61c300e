import type { FaceName } from './cast';
import { Drawing } from './drawing';
import { FRAMES_PER_SECOND } from './film-speed';
import { develop } from './pictures';
import type { Reel } from './reel';
import { everybody, type Scene } from './scene';

/** Runs in an empty page: draws a scene on a clock of its own, as fast as it can. */
export interface Projector {
  load(scene: Scene, reels: Readonly<Partial<Record<FaceName, Reel>>>): Promise<void>;
  /** @returns the next frames as JPEGs in base64. */
  next(frames: number): string[];
}

declare global {
  interface Window {
    projector: Projector;
  }
}

const canvas = document.createElement('canvas');
canvas.width = 640;
canvas.height = 480;
let drawing: Drawing | undefined;
let shown = 0;

window.projector = {
  async load(scene, reels) {
    const faces = [...new Set(everybody(scene).map(({ face }) => face))];
    const pictures = await Promise.all(
      faces.map(async (face) => {
        const reel = reels[face];
        if (!reel) throw new Error(`no reel of ${face}`);
        return [face, await develop(reel)] as const;
      }),
    );
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('no 2d canvas');
    drawing = new Drawing(context, scene, new Map(pictures));
    shown = 0;
  },
  next(frames) {
    return Array.from({ length: frames }, () => {
      drawing?.draw('none', null, (shown++ * 1000) / FRAMES_PER_SECOND);
      return canvas.toDataURL('image/jpeg', 0.92).slice('data:image/jpeg;base64,'.length);
    });
  },
};
