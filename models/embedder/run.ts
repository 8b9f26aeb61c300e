import {
  avgPool,
  maxPool,
  pad,
  tensor1d,
  tensor4d,
  tidy,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import manifest from '@vladmandic/face-api/model/face_recognition_model-weights_manifest.json';
import { foldScaledConv, imagesToTensor, runConv, sumThenRelu, type Conv } from '../layers';
import type { RgbSquare } from '../rgb';
import { readStoredWeights, weightOf, type StoredWeights } from '../stored-weights';
import { EMBEDDER } from './model';

/** One descriptor of 128 raw floats per image. */
export type Embed = (images: readonly RgbSquare[]) => Float32Array[];

interface Residual {
  readonly first: Conv;
  readonly second: Conv;
}

/** The blocks in order; those that end in `down` halve the side. */
const BLOCKS = [
  'conv32_1',
  'conv32_2',
  'conv32_3',
  'conv64_down',
  'conv64_1',
  'conv64_2',
  'conv64_3',
  'conv128_down',
  'conv128_1',
  'conv128_2',
  'conv256_down',
  'conv256_1',
  'conv256_2',
  'conv256_down_out',
] as const;

/**
 * @param bytes the binary that `model.ts` names.
 * @returns a function that requires aligned chips of 150 px (`lib/face/alignment.ts`).
 */
export function loadEmbedder(bytes: ArrayBuffer): Embed {
  const weights = readStoredWeights(manifest, bytes);
  const first = foldScaledConv(weights, 'conv32_down');
  const blocks = BLOCKS.map((name) => ({
    ...readResidual(weights, name),
    run: name.includes('down') ? runHalving : runKeeping,
  }));
  const last = readProjection(weights);

  function run(images: readonly RgbSquare[]): Tensor4D {
    const stem = runConv(imagesToTensor(images, EMBEDDER.meanRgb), first, 2, 'valid', 'relu');
    const features = blocks.reduce(
      (x, block) => block.run(x, block),
      maxPool<Tensor4D>(stem, 3, 2, 'valid'),
    );
    const [, height, width] = features.shape;
    return runConv(avgPool(features, [height, width], 1, 'valid'), last, 1, 'valid', 'linear');
  }

  return (images) => {
    const output = tidy(() => run(images));
    const values = output.dataSync();
    output.dispose();
    const length = EMBEDDER.descriptorLength;
    return images.map((_, i) => Float32Array.from(values.slice(i * length, (i + 1) * length)));
  };
}

function readResidual(weights: StoredWeights, name: string): Residual {
  return {
    first: foldScaledConv(weights, `${name}/conv1`),
    second: foldScaledConv(weights, `${name}/conv2`),
  };
}

function readProjection(weights: StoredWeights): Conv {
  const { values } = weightOf(weights, 'fc');
  const length = EMBEDDER.descriptorLength;
  return {
    filter: tensor4d(values, [1, 1, values.length / length, length]),
    bias: tensor1d(new Float32Array(length)),
  };
}

function runKeeping(x: Tensor4D, { first, second }: Residual): Tensor4D {
  const inner = runConv(runConv(x, first, 1, 'same', 'relu'), second, 1, 'same', 'linear');
  return sumThenRelu(x, inner);
}

function runHalving(x: Tensor4D, { first, second }: Residual): Tensor4D {
  const inner = runConv(runConv(x, first, 2, 'valid', 'relu'), second, 1, 'same', 'linear');
  const shortcut = avgPool<Tensor4D>(x, 2, 2, 'valid');
  return sumThenRelu(growTo(shortcut, inner), growTo(inner, shortcut));
}

/**
 * Zeros at the end of every axis on which `other` is longer: the shortcut lacks channels, and
 * a strided 'valid' convolution may come out one row and column short.
 */
function growTo(x: Tensor4D, other: Tensor4D): Tensor4D {
  const missing = (axis: 1 | 2 | 3): [number, number] => [
    0,
    Math.max(0, other.shape[axis] - x.shape[axis]),
  ];
  const paddings: [number, number][] = [[0, 0], missing(1), missing(2), missing(3)];
  return paddings.some(([, after]) => after > 0) ? pad(x, paddings) : x;
}
