import type { Pixels } from './pixels';
import type { FrameImage } from './protocol';

type Canvas2d = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

let canvas: Canvas2d | undefined;

/**
 * The pixels of a frame.
 *
 * @ensures a bitmap is closed afterwards.
 * @throws when a bitmap comes where nothing can draw it.
 */
export function readPixels(image: FrameImage): Pixels {
  if ('data' in image) return image;
  const { width, height } = image;
  canvas = canvasOf(width, height);
  canvas.drawImage(image, 0, 0);
  image.close();
  return canvas.getImageData(0, 0, width, height);
}

/** Whether `readPixels` can take bitmaps on this side (Safari before 16.4: not in a worker). */
export function canDrawBitmaps(): boolean {
  return offscreenContext(1, 1) !== null || typeof document !== 'undefined';
}

/** The canvas lives in memory, because every frame is read back. */
const IN_MEMORY: CanvasRenderingContext2DSettings = { willReadFrequently: true };

/** One canvas for all frames of a size. */
function canvasOf(width: number, height: number): Canvas2d {
  if (canvas?.canvas.width === width && canvas.canvas.height === height) return canvas;
  const context = offscreenContext(width, height) ?? elementContext(width, height);
  if (!context) throw new Error('no 2d canvas');
  return context;
}

function offscreenContext(width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  return new OffscreenCanvas(width, height).getContext('2d', IN_MEMORY);
}

function elementContext(width: number, height: number): CanvasRenderingContext2D | null {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  return element.getContext('2d', IN_MEMORY);
}
