import { tidy } from '@tensorflow/tfjs-core';
import manifest from '@vladmandic/face-api/model/face_landmark_68_model-weights_manifest.json';
import { readFeatureExtractor, runFeatureExtractor } from '../features';
import { imagesToTensor, readDense, runConv } from '../layers';
import type { RgbSquare } from '../rgb';
import { readStoredWeights } from '../stored-weights';
import { LANDMARKS } from './model';

/** x0, y0, x1, y1 … of 68 points, in parts of the image's side; they may lie outside 0…1. */
export type FindLandmarks = (image: RgbSquare) => Float32Array;

/**
 * @param bytes the binary that `model.ts` names.
 * @returns a function that requires a 112 px image which one face fills.
 */
export function loadLandmarks(bytes: ArrayBuffer): FindLandmarks {
  const weights = readStoredWeights(manifest, bytes);
  const extractor = readFeatureExtractor(weights);
  const classifier = readDense(weights, 'fc');

  return (image) => {
    const output = tidy(() => {
      const features = runFeatureExtractor(imagesToTensor([image], LANDMARKS.meanRgb), extractor);
      return runConv(features, classifier, 1, 'valid', 'linear');
    });
    const points = Float32Array.from(output.dataSync());
    output.dispose();
    return points;
  };
}
