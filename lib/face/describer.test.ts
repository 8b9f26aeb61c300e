import { describe, expect, it } from 'vitest';
import { bestFrames, type Candidate } from './best-frames';
import { Describer } from './describer';

function candidate(frameId: number, score: number, tMs = frameId * 200): Candidate {
  return { frameId, tMs, score };
}

/** Remembers what it was asked; the first number of a descriptor is its frame's id. */
function embedder(unknown: readonly number[] = []) {
  const asked: number[] = [];
  return {
    asked,
    describe: async (frameId: number) => {
      asked.push(frameId);
      return unknown.includes(frameId) ? null : new Float32Array([frameId]);
    },
  };
}

describe('bestFrames', () => {
  it('takes the best, best first', () => {
    const frames = [candidate(1, 0.2), candidate(2, 0.9), candidate(3, 0.5)];
    expect(bestFrames(frames, 2).map(({ frameId }) => frameId)).toEqual([2, 3]);
  });

  it('keeps them apart: two frames of one moment are one view', () => {
    const frames = [candidate(1, 0.9, 0), candidate(2, 0.8, 40), candidate(3, 0.1, 120)];
    expect(bestFrames(frames, 3).map(({ frameId }) => frameId)).toEqual([1, 3]);
  });
});

describe('Describer', () => {
  it('describes the best three of a step, however many were offered', async () => {
    const engine = embedder();
    const describer = new Describer(engine);
    for (let id = 1; id <= 20; id += 1) describer.offer(0, candidate(id, id / 20));
    const described = await describer.describeBest(0, 3);
    expect(described.map(({ descriptor }) => descriptor[0])).toEqual([20, 19, 18]);
    expect(engine.asked).toHaveLength(3);
  });

  it('does not describe a frame twice', async () => {
    const engine = embedder();
    const describer = new Describer(engine);
    describer.offer(0, candidate(1, 0.9));
    describer.beginEarly(0);
    describer.offer(0, candidate(2, 0.5));
    describer.beginEarly(0);
    const described = await describer.describeBest(0, 3);
    expect(engine.asked).toEqual([1, 2]);
    expect(described).toHaveLength(2);
  });

  it('lets late frames replace worse ones until the step ends', async () => {
    const engine = embedder();
    const describer = new Describer(engine);
    describer.offer(0, candidate(1, 0.3));
    describer.offer(0, candidate(2, 0.8));
    await describer.describeBest(0, 1);
    expect(engine.asked).toEqual([2]);
  });

  it('does without frames that the engine has forgotten', async () => {
    const describer = new Describer(embedder([7]));
    describer.offer(1, candidate(7, 0.9));
    describer.offer(1, candidate(9, 0.8));
    const described = await describer.describeBest(1, 2);
    expect(described.map(({ tMs }) => tMs)).toEqual([1800]);
  });

  it('hands over everything in the order of time', async () => {
    const describer = new Describer(embedder());
    describer.offer(1, candidate(5, 0.9));
    describer.offer(0, candidate(3, 0.1));
    describer.offer(0, candidate(1, 0.2));
    await describer.describeBest(1, 3);
    await describer.describeBest(0, 3);
    expect((await describer.all()).map(({ tMs }) => tMs)).toEqual([200, 600, 1000]);
  });

  it('fails with the engine', async () => {
    const describer = new Describer({ describe: () => Promise.reject(new Error('gone')) });
    describer.offer(0, candidate(1, 1));
    await expect(describer.describeBest(0, 1)).rejects.toThrow('gone');
    await expect(describer.all()).rejects.toThrow('gone');
  });
});
