import {
  add,
  depthwiseConv2d,
  fused,
  relu,
  tensor1d,
  tensor4d,
  type Tensor1D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { RgbSquare } from './rgb';
import { weightOf, type StoredWeight, type StoredWeights } from './stored-weights';

/**
 * The layers that face-api's networks are made of, with bias, scale and activation fused
 * into the convolution: a third of the kernels that face-api runs, for the same numbers.
 *
 * What `read…` and `fold…` return lives as long as the network; call `run…` inside `tidy`.
 */

type Activation = 'linear' | 'relu' | 'leakyrelu';
type Padding = 'same' | 'valid';

export interface Conv {
  readonly filter: Tensor4D;
  readonly bias: Tensor1D;
}

export interface SeparableConv {
  readonly depthwise: Tensor4D;
  readonly pointwise: Conv;
}

/** Slope of the leaky rectifier left of zero, in YOLO's convention. */
const LEAK = 0.1;

function filterOf({ shape, values }: StoredWeight): Tensor4D {
  const [height, width, channelsIn, channelsOut] = shape;
  if (!height || !width || !channelsIn || !channelsOut) throw new RangeError('not a 4-d filter');
  return tensor4d(values, [height, width, channelsIn, channelsOut]);
}

export function readConv(weights: StoredWeights, name: string): Conv {
  return {
    filter: filterOf(weightOf(weights, `${name}/filters`)),
    bias: tensor1d(weightOf(weights, `${name}/bias`).values),
  };
}

export function readSeparableConv(weights: StoredWeights, name: string): SeparableConv {
  return {
    depthwise: filterOf(weightOf(weights, `${name}/depthwise_filter`)),
    pointwise: {
      filter: filterOf(weightOf(weights, `${name}/pointwise_filter`)),
      bias: tensor1d(weightOf(weights, `${name}/bias`).values),
    },
  };
}

/** A fully connected layer, as the 1×1 convolution that it is. */
export function readDense(weights: StoredWeights, name: string): Conv {
  const { shape, values } = weightOf(weights, `${name}/weights`);
  return {
    filter: filterOf({ shape: [1, 1, ...shape], values }),
    bias: tensor1d(weightOf(weights, `${name}/bias`).values),
  };
}

/** Convolution, then `scale/weights` and `scale/biases` per channel, as one convolution. */
export function foldScaledConv(weights: StoredWeights, name: string): Conv {
  const { shape, values } = weightOf(weights, `${name}/conv/filters`);
  const bias = weightOf(weights, `${name}/conv/bias`).values;
  const scale = weightOf(weights, `${name}/scale/weights`).values;
  const shift = weightOf(weights, `${name}/scale/biases`).values;
  const channels = scale.length;
  const factor = (index: number): number => scale[index % channels] ?? 0;
  return {
    filter: filterOf({ shape, values: values.map((value, i) => value * factor(i)) }),
    bias: tensor1d(shift.map((value, i) => value + factor(i) * (bias[i] ?? 0))),
  };
}

export function runConv(
  x: Tensor4D,
  { filter, bias }: Conv,
  strides: 1 | 2,
  pad: Padding,
  activation: Activation,
): Tensor4D {
  return fused.conv2d({ x, filter, bias, strides, pad, activation, leakyreluAlpha: LEAK });
}

export function runSeparableConv(
  x: Tensor4D,
  { depthwise, pointwise }: SeparableConv,
  strides: 1 | 2,
  activation: Activation,
): Tensor4D {
  const perChannel = depthwiseConv2d(x, depthwise, strides, 'same');
  return runConv(perChannel, pointwise, 1, 'same', activation);
}

export function sumThenRelu(a: Tensor4D, b: Tensor4D): Tensor4D {
  return relu(add(a, b));
}

/**
 * @requires every image has the same size.
 * @returns [images, size, size, 3], (value − mean) / 255.
 */
export function imagesToTensor(
  images: readonly RgbSquare[],
  meanRgb: readonly [number, number, number],
): Tensor4D {
  const size = images[0]?.size ?? 0;
  const pixels = size * size;
  const values = new Float32Array(images.length * pixels * 3);
  const [red, green, blue] = meanRgb;
  images.forEach(({ rgb }, image) => {
    const start = image * pixels * 3;
    for (let i = 0; i < pixels * 3; i += 3) {
      values[start + i] = ((rgb[i] ?? 0) - red) / 255;
      values[start + i + 1] = ((rgb[i + 1] ?? 0) - green) / 255;
      values[start + i + 2] = ((rgb[i + 2] ?? 0) - blue) / 255;
    }
  });
  return tensor4d(values, [images.length, size, size, 3]);
}
