import { tidy } from '@tensorflow/tfjs-core';
import manifest from '@vladmandic/face-api/model/face_expression_model-weights_manifest.json';
import { readFeatureExtractor, runFeatureExtractor } from '../features';
import { imagesToTensor, readDense, runConv } from '../layers';
import type { RgbSquare } from '../rgb';
import { readStoredWeights } from '../stored-weights';
import { EXPRESSION } from './model';

/** Probabilities, 0…1; the five others make up the rest to 1. */
export interface Expression {
  readonly neutral: number;
  readonly happy: number;
}

export type ReadExpression = (image: RgbSquare) => Expression;

/**
 * @param bytes the binary that `model.ts` names.
 * @returns a function that requires a 112 px image which one upright face fills.
 */
export function loadExpression(bytes: ArrayBuffer): ReadExpression {
  const weights = readStoredWeights(manifest, bytes);
  const extractor = readFeatureExtractor(weights);
  const classifier = readDense(weights, 'fc');

  return (image) => {
    const output = tidy(() => {
      const features = runFeatureExtractor(imagesToTensor([image], EXPRESSION.meanRgb), extractor);
      return runConv(features, classifier, 1, 'valid', 'linear');
    });
    const probabilities = softmax(output.dataSync());
    output.dispose();
    return {
      neutral: probabilities[EXPRESSION.labels.indexOf('neutral')] ?? 0,
      happy: probabilities[EXPRESSION.labels.indexOf('happy')] ?? 0,
    };
  };
}

function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits);
  const largest = Math.max(...values);
  const exponentials = values.map((value) => Math.exp(value - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}
