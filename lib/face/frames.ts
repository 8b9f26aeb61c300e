import type { FrameImage } from './protocol';

/** A frame and when it could first be drawn, on the clock of `performance.now()`. */
export interface TakenFrame {
  readonly image: FrameImage;
  readonly takenAtMs: number;
}

/**
 * New frames of a playing video. While one is looked at, the newest that came meanwhile is
 * kept ready and older ones are dropped: waiting for the camera only then would halve the rate.
 */
export class FrameSource {
  private newest: TakenFrame | undefined;
  private wake: () => void = () => undefined;

  /**
   * Takes frames until `signal` is aborted.
   *
   * @param takesBitmaps what the engine says of itself.
   */
  constructor(
    private readonly video: HTMLVideoElement,
    takesBitmaps: boolean,
    private readonly signal: AbortSignal,
  ) {
    const read = takesBitmaps ? () => createImageBitmap(video) : pixelReader(video);
    void this.takeAll(read);
  }

  /** @returns the newest frame not seen yet; undefined once `signal` was aborted. */
  async next(): Promise<TakenFrame | undefined> {
    while (!this.newest && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const frame = this.newest;
    this.newest = undefined;
    if (!this.signal.aborted) return frame;
    drop(frame);
    return undefined;
  }

  private async takeAll(read: () => Promise<FrameImage>): Promise<void> {
    while (!this.signal.aborted) {
      await nextFrame(this.video, this.signal);
      const takenAtMs = performance.now();
      // Between a camera's end and the next one's start there is nothing to read: wait on.
      const image = this.signal.aborted ? undefined : await read().catch(() => undefined);
      if (image) {
        drop(this.newest);
        this.newest = { image, takenAtMs };
      }
      this.wake();
    }
    drop(this.newest);
  }
}

function drop(frame: TakenFrame | undefined): void {
  if (frame && !('data' in frame.image)) frame.image.close();
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
