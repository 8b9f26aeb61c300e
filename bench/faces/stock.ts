import * as faceapi from '@vladmandic/face-api/dist/face-api.esm.js';

/** face-api as it comes, on its WASM backend; once for a page. */
let started: Promise<typeof faceapi> | undefined;

export function stockFaceApi(): Promise<typeof faceapi> {
  return (started ??= start());
}

async function start(): Promise<typeof faceapi> {
  const tf: unknown = faceapi.tf;
  if (!canUseWasm(tf)) throw new TypeError('face-api comes without the WASM backend');
  tf.setWasmPaths('/wasm/');
  await tf.setBackend('wasm');
  await tf.ready();
  await faceapi.nets.ssdMobilenetv1.loadFromUri('/face-api/');
  await faceapi.nets.faceLandmark68Net.loadFromUri('/face-api/');
  await faceapi.nets.faceExpressionNet.loadFromUri('/face-api/');
  await faceapi.nets.faceRecognitionNet.loadFromUri('/face-api/');
  return faceapi;
}

/** face-api's types leave out what its tfjs can do. */
interface WasmTfjs {
  setWasmPaths(folder: string): void;
  setBackend(name: 'wasm'): Promise<boolean>;
  ready(): Promise<void>;
}

function canUseWasm(tf: unknown): tf is WasmTfjs {
  return typeof tf === 'object' && tf !== null && 'setWasmPaths' in tf && 'setBackend' in tf;
}
