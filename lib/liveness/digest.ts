import { createHmac } from 'node:crypto';
import type { Evidence, TraceFrame } from './evidence';
import { eyeDistance, pointAt } from './geometry';
import { mean } from './statistics';

/**
 * A keyed perceptual digest of how a head moved: evidence that was seen before, or a film that
 * is played again from its start, gives nearly the same one, two face checks of a living person
 * never do. Random hyperplanes (SimHash; Charikar 2002) that come from a key of the person's
 * own: without the key a digest says nothing, and digests of two people cannot be compared.
 */
export type EvidenceDigest = Uint8Array<ArrayBuffer>;

const BITS = 256;
/** Samples of each signal over the face check's first moments: pauses differ from one to the next. */
const SAMPLES = 40;
const SPAN_MS = 1_600;

/** @param key 32 bytes, secret, of one person. */
export function digestEvidence({ frames }: Evidence, key: Uint8Array): EvidenceDigest {
  const motion = SIGNALS.flatMap((signal) => standardised(resampled(frames, signal)));
  const signs = signStream(key, BITS * motion.length);
  const digest = new Uint8Array(BITS / 8);
  for (let bit = 0; bit < BITS; bit++) {
    const side = motion.reduce((sum, value, i) => sum + value * signs(bit * motion.length + i), 0);
    if (side > 0) digest[bit >> 3] = (digest[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return digest;
}

/** Part of the bits that differ: 0 for the same motion, about a half for unrelated ones. */
export function digestDistance(a: EvidenceDigest, b: EvidenceDigest): number {
  let differing = 0;
  a.forEach((byte, i) => {
    for (let rest = byte ^ (b[i] ?? 0); rest > 0; rest &= rest - 1) differing++;
  });
  return differing / BITS;
}

type Signal = (frame: TraceFrame) => number;

/** What a body does without wishing to: it drifts, leans and nears. The acts are the same in all. */
const SIGNALS: readonly Signal[] = [
  ({ box: [x, , width], landmarks }) => (x + width / 2) / eyeDistance(landmarks),
  ({ box: [, y, , height], landmarks }) => (y + height / 2) / eyeDistance(landmarks),
  ({ landmarks }) => Math.log(eyeDistance(landmarks)),
  ({ landmarks }) => {
    const [ax, ay] = pointAt(landmarks, 36);
    const [bx, by] = pointAt(landmarks, 45);
    return Math.atan2(by - ay, bx - ax);
  },
  ({ light }) => light,
];

/** At even times from the first frame on, linear in between. */
function resampled(frames: readonly TraceFrame[], signal: Signal): number[] {
  const from = frames[0]?.tMs ?? 0;
  let next = 0;
  return Array.from({ length: SAMPLES }, (_, i) => {
    const tMs = from + (SPAN_MS * i) / (SAMPLES - 1);
    while (next < frames.length - 1 && (frames[next]?.tMs ?? 0) < tMs) next++;
    const after = frames[next];
    const before = frames[Math.max(next - 1, 0)];
    if (!after || !before) return NaN;
    const span = after.tMs - before.tMs;
    const part = span > 0 ? Math.min(Math.max((tMs - before.tMs) / span, 0), 1) : 1;
    return signal(before) + (signal(after) - signal(before)) * part;
  });
}

/** Mean 0 and deviation 1, so that every signal counts alike; what does not move counts nothing. */
function standardised(values: readonly number[]): number[] {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return values.map((value) => (deviation > 0 ? (value - middle) / deviation : 0));
}

/** Plus or minus one at every index, by HMAC-SHA-256 over a counter. */
function signStream(key: Uint8Array, length: number): (index: number) => number {
  const blocks = Array.from({ length: Math.ceil(length / 256) }, (_, counter) =>
    createHmac('sha256', key).update(`hyperplanes ${counter}`).digest(),
  );
  const bits = Buffer.concat(blocks);
  return (index) => (((bits[index >> 3] ?? 0) >> (index & 7)) & 1 ? 1 : -1);
}
