import { openCamera } from '@/lib/face/camera';
import { startFaceEngine } from '@/lib/face/engine';
import { FrameSource } from '@/lib/face/frames';
import { stockFaceApi } from './stock';

/** How fast a face is followed, on the page that has the camera. */
export interface LoopReport {
  readonly seconds: number;
  readonly framesWithFace: number;
  readonly framesPerSecond: number;
  /** From the frame's hand-over to the answer, milliseconds. */
  readonly frameMsP50: number;
  readonly frameMsP95: number;
  /** Longest task of the page's own thread, milliseconds; under 50 is not reported by browsers. */
  readonly longestTaskMs: number;
}

/** Calls `startTimer` when it has a frame; @returns whether the frame had a face. */
type Look = (startTimer: () => void) => Promise<boolean>;

/** The engine in its worker, as a face check uses it. */
export async function oursLoop(seconds: number): Promise<LoopReport> {
  const engine = startFaceEngine();
  await engine.ready;
  const stopping = new AbortController();
  return withCamera(async (video) => {
    const source = new FrameSource(video, await engine.takesBitmaps(), stopping.signal);
    const report = await follow(seconds, async (startTimer) => {
      const frame = await source.next();
      if (!frame) return false;
      startTimer();
      return (await engine.analyse(frame.image, frame.takenAtMs)).face !== null;
    });
    stopping.abort();
    engine.close();
    return report;
  });
}

/** face-api's own webcam demo: SSD, landmarks and expressions of every frame, on the page. */
export async function stockLoop(seconds: number): Promise<LoopReport> {
  const faceapi = await stockFaceApi();
  return withCamera((video) =>
    follow(seconds, async (startTimer) => {
      startTimer();
      const face = await faceapi.detectSingleFace(video).withFaceLandmarks().withFaceExpressions();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return face !== undefined;
    }),
  );
}

/** Looks again and again; the first second warms up and does not count. */
async function follow(seconds: number, look: Look): Promise<LoopReport> {
  const costs: number[] = [];
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  const warmUntil = performance.now() + 1_000;
  while (performance.now() < warmUntil) await look(() => undefined);
  observer.observe({ entryTypes: ['longtask'] });
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1_000;
  while (performance.now() < endAt) {
    let from = performance.now();
    const seen = await look(() => {
      from = performance.now();
    });
    if (seen) costs.push(performance.now() - from);
  }
  const elapsed = (performance.now() - startedAt) / 1_000;
  observer.disconnect();
  return summary(costs, tasks, elapsed);
}

function summary(costs: number[], tasks: readonly number[], elapsed: number): LoopReport {
  costs.sort((a, b) => a - b);
  const at = (part: number): number => round(costs[Math.floor(part * costs.length)] ?? NaN);
  return {
    seconds: round(elapsed),
    framesWithFace: costs.length,
    framesPerSecond: round(costs.length / elapsed),
    frameMsP50: at(0.5),
    frameMsP95: at(0.95),
    longestTaskMs: round(Math.max(0, ...tasks)),
  };
}

async function withCamera<T>(work: (video: HTMLVideoElement) => Promise<T>): Promise<T> {
  const opened = await openCamera(() => undefined);
  if (opened.kind === 'failed') throw new Error(`no camera: ${opened.failure}`);
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = opened.camera.stream;
  document.body.append(video);
  await video.play();
  try {
    return await work(video);
  } finally {
    opened.camera.stop();
    video.remove();
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
