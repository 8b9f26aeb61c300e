import { maxPool, tidy, type Tensor4D } from '@tensorflow/tfjs-core';
import manifest from '@vladmandic/face-api/model/tiny_face_detector_model-weights_manifest.json';
import { imagesToTensor, readConv, readSeparableConv, runConv, runSeparableConv } from '../layers';
import type { RgbSquare } from '../rgb';
import { readStoredWeights } from '../stored-weights';
import { DETECTOR } from './model';
import { distinctBoxes, readBoxes, type ScoredBox } from './boxes';

/** Faces in one square image, best first; coordinates are parts of its side. */
export type Detect = (image: RgbSquare) => readonly ScoredBox[];

/**
 * @param bytes the binary that `model.ts` names.
 * @returns a function that requires an image of a multiple of 32 px (224 is what it was
 * measured at).
 */
export function loadDetector(bytes: ArrayBuffer): Detect {
  const weights = readStoredWeights(manifest, bytes);
  const first = readConv(weights, 'conv0');
  const middle = [1, 2, 3, 4, 5].map((index) => readSeparableConv(weights, `conv${index}`));
  const last = readConv(weights, 'conv8');

  function run(image: RgbSquare): Tensor4D {
    let x = runConv(imagesToTensor([image], DETECTOR.meanRgb), first, 1, 'valid', 'leakyrelu');
    for (const layer of middle) {
      x = runSeparableConv(maxPool(x, 2, 2, 'same'), layer, 1, 'leakyrelu');
    }
    return runConv(maxPool(x, 2, 1, 'same'), last, 1, 'valid', 'linear');
  }

  return (image) => {
    const cells = Math.round(image.size / 32);
    const output = tidy(() => run(image));
    const values = output.dataSync();
    output.dispose();
    return distinctBoxes(readBoxes(values, cells));
  };
}
