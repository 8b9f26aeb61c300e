import { describe, expect, it } from 'vitest';
import { EngineError, Questions, Signal } from './questions';

const NOTHING = new Float32Array(128);
const GONE = new EngineError('crashed', 'test');

describe('Questions', () => {
  it('gives each question its own answer, in any order', async () => {
    const questions = new Questions();
    const one = questions.ask('described', 1);
    const two = questions.ask('described', 2);
    questions.answer({ kind: 'described', id: 2, descriptor: new Float32Array([2]) });
    questions.answer({ kind: 'described', id: 1, descriptor: null });
    expect((await two).descriptor?.[0]).toBe(2);
    expect((await one).descriptor).toBeNull();
  });

  it('refuses one question and keeps the others', async () => {
    const questions = new Questions();
    const one = questions.ask('described', 1);
    const two = questions.ask('described', 2);
    questions.refuse(1, GONE);
    questions.answer({ kind: 'described', id: 2, descriptor: NOTHING });
    await expect(one).rejects.toBe(GONE);
    expect((await two).descriptor).toBe(NOTHING);
  });

  it('refuses all, and all to come, once the engine is gone', async () => {
    const questions = new Questions();
    const open = questions.ask('described', 1);
    questions.fail(GONE);
    await expect(open).rejects.toBe(GONE);
    await expect(questions.ask('described', 2)).rejects.toBe(GONE);
  });

  it('ignores answers that nobody asked for', () => {
    const questions = new Questions();
    expect(() => questions.answer({ kind: 'described', id: 9, descriptor: NOTHING })).not.toThrow();
  });

  it('does not take one kind of answer for another', async () => {
    const questions = new Questions();
    const asked = questions.ask('observed', 1);
    questions.answer({ kind: 'described', id: 1, descriptor: NOTHING });
    await expect(asked).rejects.toThrow(TypeError);
  });
});

describe('Signal', () => {
  it('comes once; a failure after that changes nothing', async () => {
    const signal = new Signal();
    signal.come();
    signal.fail(GONE);
    await expect(signal.promise).resolves.toBeUndefined();
  });

  it('fails for whoever waits', async () => {
    const signal = new Signal();
    signal.fail(GONE);
    await expect(signal.promise).rejects.toBe(GONE);
  });
});
