import { describe, expect, it } from 'vitest';
import { digestDistance, digestEvidence } from './digest';
import { actedEvidence, challengeOf } from './evidence.fixture';
import type { Evidence } from './evidence';

/** At least this much is another face check. */
const REPEATED = 0.12;
const KEY = new Uint8Array(32).fill(7);
const steps = [
  { kind: 'neutral', delayMs: 0 },
  { kind: 'smile', delayMs: 300 },
] as const;

/** Somebody who sways in an own way: slow waves that fit no beat. */
function swaying(seed: number): Evidence {
  const evidence = structuredClone(actedEvidence(challengeOf(steps)));
  const wave = (signal: number, tMs: number) =>
    [0.21, 0.47, 0.93, 1.7].reduce((sum, hertz, i) => {
      const chance = Math.sin(seed * 127.1 + signal * 311.7 + i * 74.7) * 43_758.5453;
      const phase = chance - Math.floor(chance);
      return sum + Math.sin(2 * Math.PI * ((hertz * tMs) / 1000 + phase)) / (1 + i);
    }, 0);
  evidence.frames.forEach((frame) => {
    const [x, y, nearer, brighter] = [0, 1, 2, 3].map((signal) => wave(signal, frame.tMs));
    const scale = 1 + 0.02 * (nearer ?? 0);
    const moved = (value: number, i: number) => value * scale + 5 * ((i % 2 === 0 ? x : y) ?? 0);
    frame.landmarks = frame.landmarks.map(moved);
    frame.box = [moved(frame.box[0], 0), moved(frame.box[1], 1), frame.box[2], frame.box[3]];
    frame.light += 3 * (brighter ?? 0);
  });
  return evidence;
}

const distance = (a: Evidence, b: Evidence, key = KEY) =>
  digestDistance(digestEvidence(a, key), digestEvidence(b, key));

describe('the digest of evidence', () => {
  it('is the same for the same evidence, and nearly for an edited copy', () => {
    expect(distance(swaying(1), swaying(1))).toBe(0);
    const edited = swaying(1);
    edited.frames.forEach((frame, i) => {
      frame.tMs += 400 + (i % 3);
      frame.box = [frame.box[0] + 30 + Math.sin(i) / 3, frame.box[1] - 12, 200, 190];
      frame.landmarks = frame.landmarks.map((value, j) => value + 0.1 * Math.sin(i + j * 1.7));
      frame.light += Math.cos(i * 1.3) / 2;
    });
    edited.frames.splice(10, 2);
    expect(distance(swaying(1), edited)).toBeLessThan(REPEATED);
  });

  it('is another one for another face check', () => {
    const own = digestEvidence(swaying(1), KEY);
    for (let i = 0; i < 60; i++) {
      const other = digestEvidence(swaying(2 + i), KEY);
      expect(digestDistance(own, other)).toBeGreaterThan(REPEATED);
    }
  });

  it('says nothing without the key: under two keys the same evidence is unrelated', () => {
    const other = new Uint8Array(32).fill(8);
    const [a, b] = [digestEvidence(swaying(1), KEY), digestEvidence(swaying(1), other)];
    expect(Math.abs(digestDistance(a, b) - 0.5)).toBeLessThan(0.15);
  });
});
