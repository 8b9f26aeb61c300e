import { add, avgPool, relu, type Tensor4D } from '@tensorflow/tfjs-core';
import {
  readConv,
  readSeparableConv,
  runConv,
  runSeparableConv,
  sumThenRelu,
  type Conv,
  type SeparableConv,
} from './layers';
import type { StoredWeights } from './stored-weights';

/** The feature extractor that the landmark and the expression network share: four dense blocks. */

interface DenseBlock {
  readonly first: Conv | SeparableConv;
  readonly second: SeparableConv;
  readonly third: SeparableConv;
  readonly fourth: SeparableConv;
}

export type FeatureExtractor = readonly DenseBlock[];

export function readFeatureExtractor(weights: StoredWeights): FeatureExtractor {
  return [0, 1, 2, 3].map((index) => {
    const block = `dense${index}`;
    return {
      first: (index === 0 ? readConv : readSeparableConv)(weights, `${block}/conv0`),
      second: readSeparableConv(weights, `${block}/conv1`),
      third: readSeparableConv(weights, `${block}/conv2`),
      fourth: readSeparableConv(weights, `${block}/conv3`),
    };
  });
}

/** @param x [n, 112, 112, 3]. @returns [n, 1, 1, 256]. Call it inside `tidy`. */
export function runFeatureExtractor(x: Tensor4D, blocks: FeatureExtractor): Tensor4D {
  return avgPool(blocks.reduce(runDenseBlock, x), 7, 2, 'valid');
}

function runDenseBlock(x: Tensor4D, { first, second, third, fourth }: DenseBlock): Tensor4D {
  const one =
    'filter' in first
      ? runConv(x, first, 2, 'same', 'relu')
      : runSeparableConv(x, first, 2, 'relu');
  const two = add<Tensor4D>(one, runSeparableConv(one, second, 1, 'linear'));
  const three = add<Tensor4D>(two, runSeparableConv(relu(two), third, 1, 'linear'));
  return sumThenRelu(three, runSeparableConv(relu(three), fourth, 1, 'linear'));
}
