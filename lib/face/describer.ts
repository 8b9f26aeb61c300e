import { bestFrames, type Candidate } from './best-frames';
import type { FaceEngine } from './engine';
import type { StepDescriptor } from './evidence';
import { FRAMES_KEPT } from './protocol';

/** Descriptors per step: their mean errs much less than one of them. */
export const FRAMES_PER_STEP = 3;

/** Somewhat less than the engine keeps, because more frames come while one is described. */
const CANDIDATES_MAX = FRAMES_KEPT - 12;

/** A frame that the engine was asked to describe, and its answer to come. */
interface Asked {
  readonly step: number;
  readonly tMs: number;
  readonly descriptor: Promise<Float32Array | null>;
}

/**
 * Runs the embedder on the few best frames of each step. Frames are asked for as soon as they
 * are chosen, even while the embedder still loads: the engine forgets them after a while.
 */
export class Describer {
  private readonly candidates = new Map<number, Candidate[]>();
  private readonly asked: Asked[] = [];

  constructor(private readonly engine: Pick<FaceEngine, 'describe'>) {}

  /** A frame that may stand for the person. Late ones replace worse ones until the step ends. */
  offer(step: number, candidate: Candidate): void {
    const offered = [...(this.candidates.get(step) ?? []), candidate];
    this.candidates.set(step, offered.slice(-CANDIDATES_MAX));
  }

  /** Describes the best frame so far, so that the last step need not wait for it. */
  beginEarly(step: number): void {
    this.choose(step, 1);
  }

  /**
   * Has the step's best frames described until there are `count` in all.
   *
   * @returns those of the step. Rejects with an EngineError.
   */
  async describeBest(step: number, count: number): Promise<readonly StepDescriptor[]> {
    this.choose(step, count);
    return answers(this.asked.filter((each) => each.step === step));
  }

  /** Everything that was asked for, in the order of time. Rejects with an EngineError. */
  async all(): Promise<readonly StepDescriptor[]> {
    return [...(await answers(this.asked))].sort((a, b) => a.tMs - b.tMs);
  }

  private choose(step: number, count: number): void {
    const before = this.asked.filter((each) => each.step === step);
    const times = new Set(before.map(({ tMs }) => tMs));
    const open = (this.candidates.get(step) ?? []).filter(({ tMs }) => !times.has(tMs));
    for (const { frameId, tMs } of bestFrames(open, count - before.length)) {
      const descriptor = this.engine.describe(frameId);
      // Should the engine fail, whoever awaits the answers hears of it.
      descriptor.catch(() => undefined);
      this.asked.push({ step, tMs, descriptor });
    }
  }
}

async function answers(asked: readonly Asked[]): Promise<readonly StepDescriptor[]> {
  const described = await Promise.all(
    asked.map(async ({ step, tMs, descriptor }) => ({ step, tMs, descriptor: await descriptor })),
  );
  return described.filter((each): each is StepDescriptor => each.descriptor !== null);
}
