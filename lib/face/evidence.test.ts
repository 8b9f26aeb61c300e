import { hashIntent, ownIntent } from '@/lib/intents/intent';
import { describe, expect, it } from 'vitest';
import { evidenceSchema } from '@/lib/liveness/evidence';
import { writtenUuid } from '@/lib/ids/uuid';
import { EMBEDDER } from '@/models/embedder/model';
import {
  assembleEvidence,
  FRAMES_SENT_MAX,
  stepAt,
  type FrameWithFace,
  type Recording,
  type StepDescriptor,
} from './evidence';
import { exampleFace, exampleFrame, meanLandmarks } from './example-face';

const CHALLENGE = {
  id: writtenUuid('0191d2f0-0000-7000-8000-000000000001'),
  nonce: 'bm9uY2Utbm9uY2Utbm9uYw',
  intent: ownIntent('enrolment', '0191d2f0-0000-7000-8000-000000000002', new Date(0)),
} as const;

const PROMPTS = [
  { step: 0, shownAtMs: 310.456 },
  { step: 1, shownAtMs: 900 },
];

function filmOf(count: number): FrameWithFace[] {
  return Array.from({ length: count }, (_, i) => {
    // Long fractions and a swaying head: as many digits on the wire as a real face check has.
    const place = { a: 180.12345, b: Math.sin(i) * 3, tx: 232.98765 + i / 7, ty: 130.5 };
    const face = exampleFace({ landmarks: meanLandmarks(place) });
    return { ...exampleFrame({ face, tMs: i * 33.3333, frameId: i }), face };
  });
}

function descriptor(frame: FrameWithFace | undefined, step: number) {
  const values = Float32Array.from({ length: 128 }, (_, i) => Math.sin(i + step) / 3);
  return { step, tMs: frame?.tMs ?? NaN, descriptor: values };
}

function recordingOf(frames: FrameWithFace[], descriptors: StepDescriptor[] = []): Recording {
  return { frames, prompts: PROMPTS, coloursShownAtMs: [310.4567, 710.4999], descriptors };
}

describe('assembleEvidence', () => {
  const frames = filmOf(60);
  const company = frames[20];
  if (company) frames[20] = { ...company, faceCount: 2 };
  const descriptors = [descriptor(frames[15], 0), descriptor(frames[40], 1)];
  const evidence = assembleEvidence(CHALLENGE, recordingOf(frames, descriptors));

  it('is what the server reads', () => {
    const read = evidenceSchema.parse(evidence);
    expect(read.modelId).toBe(EMBEDDER.id);
    expect(read.frames).toHaveLength(60);
    expect(read).toMatchObject({
      challengeId: CHALLENGE.id,
      intentHash: hashIntent(CHALLENGE.intent),
    });
    expect(read.coloursShownAtMs).toEqual([310.5, 710.5]);
    expect(read.frames.flatMap(({ faces }, i) => (faces > 1 ? [[i, faces]] : []))).toEqual([
      [20, 2],
    ]);
    read.frames[7]?.landmarks.forEach((value, i) => {
      expect(Math.abs(value - (frames[7]?.face.landmarks[i] ?? NaN))).toBeLessThan(0.03);
    });
    expect(read.prompts.map(({ shownAtMs }) => shownAtMs)).toEqual([310.5, 900]);
    expect(read.descriptors[1]?.values[3]).toBeCloseTo(Math.sin(4) / 3, 6);
  });

  it('names the step that was on the screen', () => {
    expect(evidence.frames.map(({ step }) => step).join('')).toMatch(/^0{28}1{32}$|^0{27}1{33}$/);
    expect(stepAt(PROMPTS, 0)).toBe(0);
    expect(stepAt(PROMPTS, 899.9)).toBe(0);
    expect(stepAt(PROMPTS, 900)).toBe(1);
  });

  it('rounds to what it is worth', () => {
    const text = JSON.stringify(evidence.frames);
    expect(text).not.toMatch(/\d\.\d{4,}/);
  });

  it('has every described frame in its trace, by the same time', () => {
    const long = filmOf(1500);
    const described = [long[3], long[777], long[1499]].map((frame, i) => descriptor(frame, i));
    const { frames: kept, descriptors: sent } = assembleEvidence(
      CHALLENGE,
      recordingOf(long, described),
    );
    const times = kept.map(({ tMs }) => tMs);
    sent.forEach(({ tMs }) => expect(times).toContain(tMs));
    expect(kept.length).toBeLessThanOrEqual(FRAMES_SENT_MAX);
    expect(kept.length).toBeGreaterThan(FRAMES_SENT_MAX - 5);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('stays under 200 kB however long it took', () => {
    const long = filmOf(1500);
    const described = Array.from({ length: 24 }, (_, i) => descriptor(long[i * 60], i % 8));
    const text = JSON.stringify(assembleEvidence(CHALLENGE, recordingOf(long, described)));
    // Signed, it travels in base64url with a header and a signature.
    expect((text.length * 4) / 3 + 300).toBeLessThan(200_000);
  });

  it('leaves out frames evenly, and none of the last, which answer the last prompt', () => {
    const film = filmOf(1500);
    const { frames: kept } = assembleEvidence(CHALLENGE, recordingOf(film));
    const times = kept.map(({ tMs }) => tMs);
    const gaps = times.slice(1).map((tMs, i) => tMs - (times[i] ?? 0));
    const even = gaps.slice(0, -12);
    expect(Math.max(...even)).toBeLessThan(2 * Math.min(...even));
    const last = film.slice(-12).map(({ tMs }) => Math.round(tMs * 10) / 10);
    expect(times.slice(-12)).toEqual(last);
  });
});
