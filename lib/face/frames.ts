import type { FrameImage } from './protocol';

/**
 * New frames of a playing video, one at a time: whoever is slow misses frames, and never sees
 * one twice.
 */
export interface FrameSource {
  /**
   * Waits for the next new frame.
   *
   * @returns undefined when `signal` was aborted meanwhile.
   */
  next(signal: AbortSignal): Promise<FrameImage | undefined>;
}

/** @param takesBitmaps what the engine says of itself. */
export function framesOf(video: HTMLVideoElement, takesBitmaps: boolean): FrameSource {
  const read = takesBitmaps ? () => createImageBitmap(video) : pixelReader(video);
  return {
    async next(signal) {
      for (;;) {
        await nextFrame(video, signal);
        if (signal.aborted) return undefined;
        // Between a camera's end and the next one's start there is nothing to read: wait on.
        const image = await read().catch(() => undefined);
        if (image) return image;
      }
    },
  };
}

/** Resolves when a new frame can be drawn, or when `signal` is aborted. */
function nextFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const cancel =
      'requestVideoFrameCallback' in video
        ? onVideoFrame(video, resolve)
        : onNewTime(video, resolve);
    signal.addEventListener(
      'abort',
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
  });
}

function onVideoFrame(video: HTMLVideoElement, done: () => void): () => void {
  const handle = video.requestVideoFrameCallback(done);
  return () => video.cancelVideoFrameCallback(handle);
}

/** Safari before 15.4 and Firefox before 132 do not say when a frame is new; its time does. */
function onNewTime(video: HTMLVideoElement, done: () => void): () => void {
  const before = video.currentTime;
  let handle = requestAnimationFrame(look);
  function look(): void {
    if (video.currentTime !== before && video.readyState >= video.HAVE_CURRENT_DATA) done();
    else handle = requestAnimationFrame(look);
  }
  return () => cancelAnimationFrame(handle);
}

/** For a worker that cannot draw: the page reads the pixels itself. */
function pixelReader(video: HTMLVideoElement): () => Promise<FrameImage> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    if (!context) throw new Error('no 2d canvas');
    const { videoWidth: width, videoHeight: height } = video;
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, data };
  };
}
