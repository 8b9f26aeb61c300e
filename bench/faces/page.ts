import { startFaceEngine, type FaceEngine } from '@/lib/face/engine';
import { oursLoop, stockLoop, type LoopReport } from './loop';
import { stockFaceApi } from './stock';

/** What the bench's page does for the bench. Everything it returns can be written as JSON. */

export interface SeenPhoto {
  readonly descriptor: number[];
  readonly happy: number;
  /** In eye distances; absent where the library does not measure it. */
  readonly mouthWidth: number;
  readonly costMs: number;
}

export interface BenchPage {
  /** The engine of the product, in its worker. @param rollDegrees the photo is turned first. */
  ours(url: string, rollDegrees: number): Promise<SeenPhoto | null>;
  /** face-api as its README shows it: SSD, landmarks, descriptor. */
  stock(url: string, rollDegrees: number): Promise<SeenPhoto | null>;
  /** Each follows the face in front of the page's camera for a while. */
  oursLoop(seconds: number): Promise<LoopReport>;
  stockLoop(seconds: number): Promise<LoopReport>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

let engine: FaceEngine | undefined;

async function ours(url: string, rollDegrees: number): Promise<SeenPhoto | null> {
  engine ??= startFaceEngine();
  await engine.describingReady;
  const image = await createImageBitmap(await turned(url, rollDegrees));
  const startedAt = performance.now();
  const face = await engine.examine(image);
  if (!face) return null;
  return {
    descriptor: Array.from(face.descriptor),
    happy: face.expression.happy,
    mouthWidth: face.mouthWidth,
    costMs: performance.now() - startedAt,
  };
}

async function stock(url: string, rollDegrees: number): Promise<SeenPhoto | null> {
  const faceapi = await stockFaceApi();
  const canvas = await turned(url, rollDegrees);
  const startedAt = performance.now();
  const face = await faceapi
    .detectSingleFace(canvas)
    .withFaceLandmarks()
    .withFaceExpressions()
    .withFaceDescriptor();
  if (!face) return null;
  return {
    descriptor: Array.from(face.descriptor),
    happy: face.expressions.happy,
    mouthWidth: NaN,
    costMs: performance.now() - startedAt,
  };
}

/** The photo turned about its middle on a grey ground, nothing cut off. */
async function turned(url: string, rollDegrees: number): Promise<HTMLCanvasElement> {
  const response = await fetch(url);
  const photo = await createImageBitmap(await response.blob());
  const roll = (rollDegrees * Math.PI) / 180;
  const cos = Math.abs(Math.cos(roll));
  const sin = Math.abs(Math.sin(roll));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(photo.width * cos + photo.height * sin);
  canvas.height = Math.round(photo.width * sin + photo.height * cos);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(roll);
  context.drawImage(photo, -photo.width / 2, -photo.height / 2);
  photo.close();
  return canvas;
}

/** A photo that cannot be read is a photo without a face, not the end of the run. */
function orNothing(look: BenchPage['ours']): BenchPage['ours'] {
  return async (url, rollDegrees) => {
    try {
      return await look(url, rollDegrees);
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  };
}

window.bench = { ours: orNothing(ours), stock: orNothing(stock), oursLoop, stockLoop };
