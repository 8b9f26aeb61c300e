import { overlap } from '@/models/detector/boxes';
import { alignFace, type Alignment } from './alignment';
import { boxAround, eyeDistance, type Box, type Landmarks } from './landmarks';

/**
 * Detection costs twice what landmarks cost, and landmarks tell where the next ones are to be
 * sought. So faces are detected anew only now and then: to count them, and to be sure that
 * what is tracked is still a face.
 */
export interface Track {
  readonly landmarks: Landmarks;
  readonly alignment: Alignment;
  readonly faceCount: number;
  readonly detectedAtMs: number;
  readonly framesSinceDetection: number;
}

/** Whichever comes first; at 30 frames a second that is five detections a second. */
const DETECT_EVERY_FRAMES = 6;
const DETECT_EVERY_MS = 300;

/** Beyond this the landmarks no longer look like a face (a turned one stays below 0.12). */
const MISFIT_MAX = 0.2;

/** A face does not grow or shrink by more than this from one frame to the next. */
const GROWTH_MAX = 1.5;

/** Faces at least this high, compared with the largest, count as being in front of the camera. */
const COMPARABLE_HEIGHT = 0.45;

export function isDetectionDue(track: Track, nowMs: number): boolean {
  return (
    track.framesSinceDetection >= DETECT_EVERY_FRAMES ||
    nowMs - track.detectedAtMs >= DETECT_EVERY_MS
  );
}

/** The largest box: the person at the counter stands nearer than those behind. */
export function mainFace<B extends Box>(boxes: readonly B[]): B | undefined {
  return [...boxes].sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

/** How many faces are in front of the camera; small ones far behind do not count. */
export function countFaces(boxes: readonly Box[]): number {
  const main = mainFace(boxes);
  if (!main) return 0;
  return boxes.filter((box) => box.height >= COMPARABLE_HEIGHT * main.height).length;
}

/** Whether a detection is the face that is tracked. */
export function isTracked(track: Track, box: Box): boolean {
  const known = boxAround(track.landmarks);
  const contains = (outer: Box, inner: Box): boolean => {
    const x = inner.x + inner.width / 2;
    const y = inner.y + inner.height / 2;
    return x > outer.x && x < outer.x + outer.width && y > outer.y && y < outer.y + outer.height;
  };
  return overlap(known, box) > 0.3 || (contains(known, box) && contains(box, known));
}

/** Whether landmarks found near a track can be its next ones. */
export function continues(track: Track, landmarks: Landmarks): boolean {
  const growth = eyeDistance(landmarks) / eyeDistance(track.landmarks);
  return (
    alignFace(landmarks).misfit <= MISFIT_MAX && growth < GROWTH_MAX && growth > 1 / GROWTH_MAX
  );
}

/** Mean way of the landmarks from one frame to the next, in eye distances. */
export function motionBetween(before: Landmarks, after: Landmarks): number {
  let way = 0;
  for (let i = 0; i < after.length; i += 2) {
    way += Math.hypot(
      (after[i] ?? 0) - (before[i] ?? 0),
      (after[i + 1] ?? 0) - (before[i + 1] ?? 0),
    );
  }
  return way / (after.length / 2) / eyeDistance(after);
}
