import type { EvidenceWire } from '@/lib/liveness/evidence';

/** One change of each class of field, as somebody on the way to the server could make it. */
export const EDITS: Readonly<Record<string, (evidence: EvidenceWire) => void>> = {
  version: (e) => Object.assign(e, { version: 1 }),
  challengeId: (e) => (e.challengeId = '0191d2f0-0000-7000-8000-000000000009'),
  nonce: (e) => (e.nonce = 'bm9uY2Utbm9uY2Utbm9uYw'),
  intent: (e) => (e.intentHash = '0'.repeat(64)),
  modelId: (e) => (e.modelId = 'another'),
  frameSize: (e) => (e.frameWidth *= 2),
  prompts: (e) => e.prompts.forEach((prompt) => (prompt.shownAtMs += 50)),
  colours: (e) => (e.coloursShownAtMs = e.coloursShownAtMs.map((ms) => ms + 30)),
  times: (e) => e.frames.forEach((frame) => (frame.tMs += 40)),
  steps: (e) => e.frames.forEach((frame) => (frame.step = 0)),
  boxes: (e) => e.frames.forEach(({ box }) => (box[0] += 5)),
  landmarks: (e) => e.frames.forEach((frame, i) => (frame.landmarks = before(e, i).landmarks)),
  happy: (e) => e.frames.forEach((frame) => (frame.happy = 0.99)),
  light: (e) => e.frames.forEach((frame) => (frame.light = 130)),
  skin: (e) => e.frames.forEach((frame) => (frame.skin = [180, 140, 120])),
  background: (e) => e.frames.forEach((frame) => (frame.background = [150, 150, 150])),
  frameLeftOut: (e) => e.frames.splice(1, 1),
  descriptors: (e) =>
    e.descriptors.forEach((described) => (described.values = e.descriptors[0]?.values ?? '')),
};

function before({ frames }: EvidenceWire, index: number) {
  const frame = frames[Math.max(index - 1, 0)];
  if (!frame) throw new Error('a trace without frames');
  return frame;
}
