import { WEIGHTS, type NetworkName } from '@/models/weights';
import type { WeightProgress } from './protocol';

/** One network's binary did not arrive whole. */
export class WeightsMissingError extends Error {
  override readonly name = 'WeightsMissingError';
}

/**
 * Fetches one network's weights. Their address carries their hash, so the browser's own cache
 * keeps them for good.
 *
 * @param origin without a slash at the end; '' is our own.
 * @throws WeightsMissingError when the answer is not there, or not of the right length.
 */
export async function fetchWeights(
  name: NetworkName,
  origin: string,
  onProgress: (progress: WeightProgress) => void,
): Promise<ArrayBuffer> {
  const file = WEIGHTS.find((weights) => weights.name === name);
  if (!file) throw new WeightsMissingError(`no weights are called ${name}`);
  const response = await fetch(origin + file.url).catch((cause: unknown) => {
    throw new WeightsMissingError(`${file.url}: no answer`, { cause });
  });
  if (!response.ok || !response.body) {
    throw new WeightsMissingError(`${file.url}: status ${response.status}`);
  }
  const bytes = new Uint8Array(file.bytes);
  const reader = response.body.getReader();
  let loadedBytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (loadedBytes + part.value.length > file.bytes) {
      throw new WeightsMissingError(`${file.url}: longer than ${file.bytes} bytes`);
    }
    bytes.set(part.value, loadedBytes);
    loadedBytes += part.value.length;
    onProgress({ name, loadedBytes, totalBytes: file.bytes });
  }
  if (loadedBytes !== file.bytes) {
    throw new WeightsMissingError(`${file.url}: ${loadedBytes} of ${file.bytes} bytes`);
  }
  return bytes.buffer;
}
