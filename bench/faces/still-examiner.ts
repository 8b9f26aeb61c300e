import type { StillObservation } from './examine-still';

/** From the worker: once `ready`, then one answer for each picture. */
export type StillAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'examined'; readonly still: StillObservation }
  | { readonly kind: 'failed'; readonly detail: string };

/** Examines pictures in a worker, one after the other. */
export class StillExaminer {
  private readonly worker = new Worker('/still-worker.js', { type: 'module' });
  /** The networks are loaded and warm. */
  readonly ready = this.next().then(() => undefined);

  /**
   * @param image it is transferred and must not be used again
   * @requires the promise of the picture before is settled
   */
  async examine(image: ImageBitmap): Promise<StillObservation> {
    const answer = this.next();
    this.worker.postMessage(image, [image]);
    const heard = await answer;
    if (heard.kind !== 'examined') throw new Error(`the worker answered ${heard.kind}`);
    return heard.still;
  }

  private next(): Promise<StillAnswer> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<StillAnswer>) => {
        if (data.kind === 'failed') reject(new Error(data.detail));
        else resolve(data);
      };
      this.worker.onerror = ({ message }) => reject(new Error(message));
    });
  }
}
