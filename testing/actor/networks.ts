import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { invert, type Similarity } from '@/lib/face/similarity';
import { apply, blank, moveOnto, resample } from './raster';
import type { Point, Raster } from './raster';

/**
 * face-api's networks in Node, to measure the cast and to check what the performer draws.
 * Slow and simple on purpose: of the engine in `lib/face` only the arithmetic of similarities is
 * shared, so that a fault there cannot hide itself.
 */

const packages = createRequire(import.meta.url);
const faceApiFolder = dirname(packages.resolve('@vladmandic/face-api/package.json'));

export interface Found {
  /** The detector's score, 0…1. */
  readonly score: number;
  /** x, y, width, height in pixels. */
  readonly box: readonly [number, number, number, number];
}

export async function loadNetworks(): Promise<void> {
  setWasmPaths(join(dirname(packages.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  await tf.setBackend('wasm');
  await tf.ready();
  const folder = join(faceApiFolder, 'model');
  const { nets } = faceapi;
  await nets.ssdMobilenetv1.loadFromDisk(folder);
  await nets.tinyFaceDetector.loadFromDisk(folder);
  await nets.faceLandmark68Net.loadFromDisk(folder);
  await nets.faceExpressionNet.loadFromDisk(folder);
  await nets.faceRecognitionNet.loadFromDisk(folder);
}

/** The thorough detector, for photos of a group. Left to right. */
export async function findInPhoto(photo: Raster): Promise<Found[]> {
  return find(photo, new faceapi.SsdMobilenetv1Options({ minConfidence: 0.3 }));
}

/** The detector that the product uses, at its input size. Left to right. */
export async function findInFrame(frame: Raster): Promise<Found[]> {
  return find(frame, new faceapi.TinyFaceDetectorOptions({ inputSize: 224, scoreThreshold: 0.5 }));
}

async function find(image: Raster, options: faceapi.FaceDetectionOptions): Promise<Found[]> {
  const tensor = toTensor(image);
  const hits = await faceapi.detectAllFaces(asInput(tensor), options);
  tensor.dispose();
  return hits
    .map(({ score, box }): Found => ({ score, box: [box.x, box.y, box.width, box.height] }))
    .sort((one, other) => one.box[0] - other.box[0]);
}

/**
 * 68 landmarks (iBUG 300-W order) in pixels of the image: once on the detector's box, then
 * again on an upright crop, which is steadier (`facts.md`: alignment that works).
 */
export async function findLandmarks(image: Raster, found: Found): Promise<Point[]> {
  const [x, y, width, height] = found.box;
  const side = Math.max(width, height) * 1.1;
  const a = 256 / side;
  const rough = await landmarksThrough(image, {
    a,
    b: 0,
    tx: 128 - (x + width / 2) * a,
    ty: 128 - (y + height / 2) * a,
  });
  return landmarksThrough(image, placeOnMeanFace(rough, 256, 0.32));
}

async function landmarksThrough(image: Raster, place: Similarity): Promise<Point[]> {
  const tensor = toTensor(resample(image, place, 256, 256));
  const marks = await faceapi.nets.faceLandmark68Net.detectLandmarks(asInput(tensor));
  tensor.dispose();
  if (Array.isArray(marks)) throw new Error('one image in, one set of landmarks out');
  const back = invert(place);
  return marks.positions.map(({ x, y }) => apply(back, [x, y]));
}

/** 128 floats: the mean over the aligned chip and its mirror image. */
export async function describe(image: Raster, landmarks: readonly Point[]): Promise<Float32Array> {
  const chip = resample(image, placeOnMeanFace(landmarks, 150, 0.25), 150, 150);
  const one = await descriptorOf(chip);
  const other = await descriptorOf(mirrored(chip));
  return one.map((value, i) => (value + (other[i] ?? value)) / 2);
}

async function descriptorOf(chip: Raster): Promise<Float32Array> {
  const tensor = toTensor(chip);
  const values = await faceapi.nets.faceRecognitionNet.computeFaceDescriptor(asInput(tensor));
  tensor.dispose();
  if (Array.isArray(values)) throw new Error('one chip in, one descriptor out');
  return values;
}

/** How sure the expression network is of a smile, 0…1, on the aligned chip. */
export async function happiness(image: Raster, landmarks: readonly Point[]): Promise<number> {
  const chip = toTensor(resample(image, placeOnMeanFace(landmarks, 150, 0.25), 150, 150));
  const felt = await faceapi.nets.faceExpressionNet.predictExpressions(asInput(chip));
  chip.dispose();
  if (Array.isArray(felt)) throw new Error('one chip in, one expression out');
  return felt.happy;
}

export function distance(one: Float32Array, other: Float32Array): number {
  return Math.sqrt(one.reduce((sum, value, i) => sum + (value - (other[i] ?? 0)) ** 2, 0));
}

/**
 * dlib's mean face (get_face_chip_details): landmarks 27…54 and 60…64 in a unit face box.
 * Padding p maps x to (p + x) / (2p + 1).
 */
function placeOnMeanFace(landmarks: readonly Point[], side: number, padding: number): Similarity {
  const picked = MEAN_FACE.map(([index]) => landmarks[index] ?? ([0, 0] as const));
  const goal = MEAN_FACE.map(([, x, y]): Point => [
    ((padding + x) / (2 * padding + 1)) * side,
    ((padding + y) / (2 * padding + 1)) * side,
  ]);
  return moveOnto(picked, goal);
}

const MEAN_FACE: readonly (readonly [index: number, x: number, y: number])[] = [
  [27, 0.4901, 0.2034],
  [28, 0.4901, 0.307],
  [29, 0.4901, 0.4098],
  [30, 0.4901, 0.5156],
  [31, 0.3669, 0.5873],
  [32, 0.426, 0.6093],
  [33, 0.4901, 0.6281],
  [34, 0.5542, 0.6093],
  [35, 0.6134, 0.5873],
  [36, 0.1217, 0.2164],
  [37, 0.1871, 0.1788],
  [38, 0.2658, 0.1799],
  [39, 0.3346, 0.2317],
  [40, 0.2609, 0.2451],
  [41, 0.1827, 0.2441],
  [42, 0.6456, 0.2317],
  [43, 0.7144, 0.1799],
  [44, 0.7931, 0.1788],
  [45, 0.8585, 0.2164],
  [46, 0.7975, 0.2441],
  [47, 0.7193, 0.2451],
  [48, 0.2541, 0.7802],
  [49, 0.341, 0.7454],
  [50, 0.4289, 0.7274],
  [51, 0.4901, 0.7426],
  [52, 0.5514, 0.7274],
  [53, 0.6393, 0.7454],
  [54, 0.7261, 0.7802],
  [60, 0.2904, 0.7848],
  [61, 0.4281, 0.7787],
  [62, 0.4901, 0.7853],
  [63, 0.5522, 0.7787],
  [64, 0.6899, 0.7848],
];

function mirrored({ width, height, data }: Raster): Raster {
  const out = blank(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + width - 1 - x) * 4;
      out.data.set(data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return out;
}

function toTensor(image: Raster): tf.Tensor3D {
  return tf.tidy(() => {
    const rgba = tf.tensor3d(Uint8Array.from(image.data), [image.height, image.width, 4], 'int32');
    return rgba.slice([0, 0, 0], [image.height, image.width, 3]).toFloat();
  });
}

/** face-api's types name its own build of tfjs; in Node both are the same objects. */
function asInput(tensor: tf.Tensor3D): faceapi.TNetInput {
  return tensor as unknown as faceapi.TNetInput;
}
