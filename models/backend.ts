import { enableProdMode, env, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add';
import { avgPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool';
import { castConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cast';
import { depthwiseConv2dNativeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/DepthwiseConv2dNative';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { identityConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity';
import { maxPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool';
import { padV2Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2';
import { reluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu';
import { WASM } from './weights';

/** What `layers.ts` and the networks call; registering all 150 would add 17 kB (gzip). */
const KERNELS = [
  addConfig,
  avgPoolConfig,
  castConfig,
  depthwiseConv2dNativeConfig,
  fusedConv2DConfig,
  identityConfig,
  maxPoolConfig,
  padV2Config,
  reluConfig,
];

/**
 * Starts tfjs' WASM backend, with SIMD where the browser has it.
 *
 * @param origin where the binaries are served, without a slash at the end; '' is our own.
 * @throws when WebAssembly is missing or the binary cannot be fetched.
 */
export async function startBackend(origin: string): Promise<void> {
  enableProdMode();
  // Threads gained nothing on two cores, and they need a third binary and isolation headers.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  KERNELS.forEach(registerKernel);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': origin + WASM.plain.url,
    'tfjs-backend-wasm-simd.wasm': origin + WASM.simd.url,
    'tfjs-backend-wasm-threaded-simd.wasm': origin + WASM.simd.url,
  });
  if (!(await setBackend('wasm'))) throw new Error('the WASM backend did not start');
}
