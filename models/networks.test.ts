import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as faceApi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import { ready, setBackend, memory } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { DETECTOR } from './detector/model';
import { loadDetector } from './detector/run';
import { drawnColour } from './drawn-face';
import { EMBEDDER } from './embedder/model';
import { loadEmbedder } from './embedder/run';
import { loadExpression } from './expression/run';
import { EXPRESSION } from './expression/model';
import { loadLandmarks } from './landmarks/run';
import { LANDMARKS } from './landmarks/model';
import type { RgbSquare } from './rgb';

/**
 * Our networks against face-api's own, on the same pixels: rebuilding them with fused layers
 * must not change what they say.
 */

const require = createRequire(import.meta.url);

const modelFolder = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');

function weightsOf(file: string): ArrayBuffer {
  return Uint8Array.from(readFileSync(join(modelFolder, file))).buffer;
}

/** Soft blobs of colour: smooth like a photo, the same at every run. */
function blobs(size: number): RgbSquare {
  const rgb = new Uint8ClampedArray(size * size * 3);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at = (y * size + x) * 3;
      rgb[at] = 128 + 100 * Math.sin(x / 9 + y / 31);
      rgb[at + 1] = 118 + 90 * Math.cos(y / 13 - x / 47);
      rgb[at + 2] = 100 + 80 * Math.sin((x + y) / 21);
    }
  }
  return { size, rgb };
}

function drawing(size: number): RgbSquare {
  const face = { x: size / 2, y: size / 2, radius: size / 6, roll: 0 };
  const rgb = new Uint8ClampedArray(size * size * 3);
  for (let i = 0; i < size * size; i += 1) {
    rgb.set(drawnColour([face], i % size, Math.floor(i / size)), i * 3);
  }
  return { size, rgb };
}

function stockInput({ size, rgb }: RgbSquare) {
  const values = Float32Array.from(rgb);
  return faceApi.tf.tensor4d(values, [1, size, size, 3]);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? NaN))));
}

beforeAll(async () => {
  await setBackend('wasm');
  await ready();
}, 60_000);

describe('the networks say what face-api says', () => {
  it('embedder, one chip and two at once', async () => {
    await faceApi.nets.faceRecognitionNet.loadFromDisk(modelFolder);
    const embed = loadEmbedder(weightsOf(EMBEDDER.file));
    const chip = blobs(EMBEDDER.inputSize);
    const stock = await faceApi.nets.faceRecognitionNet.computeFaceDescriptor(stockInput(chip));
    const [one] = embed([chip]);
    const [, two] = embed([blobs(EMBEDDER.inputSize), chip]);
    if (!(stock instanceof Float32Array) || !one || !two) throw new Error('no descriptor');
    expect(largestDifference(one, stock)).toBeLessThan(1e-3);
    expect(largestDifference(one, two)).toBeLessThan(1e-4);
  });

  it('landmarks', async () => {
    await faceApi.nets.faceLandmark68Net.loadFromDisk(modelFolder);
    const find = loadLandmarks(weightsOf(LANDMARKS.file));
    const image = blobs(LANDMARKS.inputSize);
    const net = faceApi.nets.faceLandmark68Net;
    const stock = (await net.forward(stockInput(image))).dataSync();
    expect(largestDifference(find(image), stock)).toBeLessThan(1e-4);
  });

  it('expression', async () => {
    await faceApi.nets.faceExpressionNet.loadFromDisk(modelFolder);
    const read = loadExpression(weightsOf(EXPRESSION.file));
    const image = blobs(EXPRESSION.inputSize);
    const stock = await faceApi.nets.faceExpressionNet.predictExpressions(stockInput(image));
    if (Array.isArray(stock)) throw new Error('expected one face');
    const { neutral, happy } = read(image);
    expect(neutral).toBeCloseTo(stock.neutral, 4);
    expect(happy).toBeCloseTo(stock.happy, 4);
  });

  it('detector, on a drawn face', async () => {
    await faceApi.nets.tinyFaceDetector.loadFromDisk(modelFolder);
    const detect = loadDetector(weightsOf(DETECTOR.file));
    const image = drawing(DETECTOR.inputSize);
    const stock = await faceApi.nets.tinyFaceDetector.locateFaces(stockInput(image), {
      inputSize: DETECTOR.inputSize,
      scoreThreshold: DETECTOR.thresholds.scoreMin,
    });
    const found = detect(image);
    expect(found).toHaveLength(1);
    expect(stock).toHaveLength(1);
    expect(found[0]?.score).toBeCloseTo(stock[0]?.score ?? NaN, 3);
    expect(found[0]?.x).toBeCloseTo(stock[0]?.relativeBox.x ?? NaN, 3);
    expect(found[0]?.height).toBeCloseTo(stock[0]?.relativeBox.height ?? NaN, 3);
  });

  it('detector, on no face', () => {
    expect(loadDetector(weightsOf(DETECTOR.file))(blobs(DETECTOR.inputSize))).toEqual([]);
  });

  it('leaves no tensor behind', () => {
    const networks = {
      detect: loadDetector(weightsOf(DETECTOR.file)),
      find: loadLandmarks(weightsOf(LANDMARKS.file)),
      read: loadExpression(weightsOf(EXPRESSION.file)),
      embed: loadEmbedder(weightsOf(EMBEDDER.file)),
    };
    const before = memory().numTensors;
    networks.detect(drawing(DETECTOR.inputSize));
    networks.find(blobs(LANDMARKS.inputSize));
    networks.read(blobs(EXPRESSION.inputSize));
    networks.embed([blobs(EMBEDDER.inputSize), blobs(EMBEDDER.inputSize)]);
    expect(memory().numTensors).toBe(before);
  });
});
