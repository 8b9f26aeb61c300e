import { degraded, type Harm } from './degrade';
import { oursLoop, stockLoop, type LoopReport } from './loop';
import { stockFaceApi } from './stock';
import { StillExaminer } from './still-examiner';

/** What the bench's page does for the bench. Everything it returns can be written as JSON. */

export interface SeenFace {
  readonly descriptor: number[];
  readonly happy: number;
  /** In eye distances; absent where the library does not measure it. */
  readonly mouthWidth: number;
}

export interface LookReport {
  /** Null when the library found none. */
  readonly face: SeenFace | null;
  /** Until a face was found or given up, milliseconds. */
  readonly detectMs: number;
  /** All together, milliseconds. */
  readonly costMs: number;
}

/** How a photo is shown. */
export interface Showing {
  readonly url: string;
  /** The photo is turned first. */
  readonly rollDegrees: number;
  readonly harm: Harm | null;
  /** In the row of photos; seeds what is random in the harm. */
  readonly place: number;
}

export interface BenchPage {
  /** The networks and steps of the product, in a worker. Null when the photo cannot be read. */
  ours(showing: Showing): Promise<LookReport | null>;
  /** face-api as its README shows it: SSD, landmarks, expressions, descriptor. */
  stock(showing: Showing): Promise<LookReport | null>;
  /** Each follows the face in front of the page's camera for a while. */
  oursLoop(seconds: number): Promise<LoopReport>;
  stockLoop(seconds: number): Promise<LoopReport>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

let examiner: StillExaminer | undefined;

async function ours(photo: HTMLCanvasElement): Promise<LookReport> {
  examiner ??= new StillExaminer();
  await examiner.ready;
  const image = await createImageBitmap(photo);
  const startedAt = performance.now();
  const { face, detectMs } = await examiner.examine(image);
  const costMs = performance.now() - startedAt;
  if (!face) return { face, detectMs, costMs };
  const { descriptor, expression, mouthWidth } = face;
  const seen = { descriptor: Array.from(descriptor), happy: expression.happy, mouthWidth };
  return { face: seen, detectMs, costMs };
}

async function stock(photo: HTMLCanvasElement): Promise<LookReport> {
  const faceapi = await stockFaceApi();
  const detectedFrom = performance.now();
  await faceapi.detectSingleFace(photo);
  const detectMs = performance.now() - detectedFrom;
  const startedAt = performance.now();
  const face = await faceapi
    .detectSingleFace(photo)
    .withFaceLandmarks()
    .withFaceExpressions()
    .withFaceDescriptor();
  const costMs = performance.now() - startedAt;
  if (!face) return { face: null, detectMs, costMs };
  const { descriptor, expressions } = face;
  const seen = { descriptor: Array.from(descriptor), happy: expressions.happy, mouthWidth: NaN };
  return { face: seen, detectMs, costMs };
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

function showingTo(look: (photo: HTMLCanvasElement) => Promise<LookReport>): BenchPage['ours'] {
  return async ({ url, rollDegrees, harm, place }) => {
    const photo = await turned(url, rollDegrees).catch((error: unknown) => {
      if (error instanceof DOMException) return null;
      throw error;
    });
    return photo && look(await degraded(photo, harm, place));
  };
}

window.bench = { ours: showingTo(ours), stock: showingTo(stock), oursLoop, stockLoop };
