import { FRAMES_KEPT } from './protocol';
import { bestFrames, type Candidate } from './best-frames';
import type { FaceEngine } from './engine';
import type { StepDescriptor } from './evidence';

/** Descriptors per step: their mean errs much less than one of them. */
export const FRAMES_PER_STEP = 3;

/** Somewhat less than the engine keeps, because more frames come while one is described. */
const CANDIDATES_MAX = FRAMES_KEPT - 12;

/**
 * Runs the embedder on the few best frames of each step, one at a time, while tracking goes on.
 */
export class Describer {
  private readonly candidates = new Map<number, Candidate[]>();
  private readonly done: StepDescriptor[] = [];
  private working: Promise<void> = Promise.resolve();
  private idle = true;

  constructor(private readonly engine: Pick<FaceEngine, 'describe'>) {}

  /** A frame that may stand for the person. Late ones replace worse ones until the step ends. */
  offer(step: number, candidate: Candidate): void {
    const offered = [...(this.candidates.get(step) ?? []), candidate];
    this.candidates.set(step, offered.slice(-CANDIDATES_MAX));
  }

  /** Describes the best frame so far, so that the last step need not wait for it. */
  beginEarly(step: number): void {
    if (!this.idle || this.of(step).length > 0) return;
    // Should the engine fail, whoever awaits a frame or the step's end hears of it.
    this.describeBest(step, 1).catch(() => undefined);
  }

  /**
   * Describes the step's best frames until there are `count` in all.
   *
   * @returns those of the step, once all that was begun is done.
   */
  async describeBest(step: number, count: number): Promise<readonly StepDescriptor[]> {
    this.idle = false;
    this.working = this.working.then(() => this.fill(step, count));
    const mine = this.working;
    await mine;
    if (this.working === mine) this.idle = true;
    return this.of(step);
  }

  /** Everything described so far, in the order of time. */
  all(): readonly StepDescriptor[] {
    return [...this.done].sort((a, b) => a.tMs - b.tMs);
  }

  private of(step: number): readonly StepDescriptor[] {
    return this.done.filter((descriptor) => descriptor.step === step);
  }

  private async fill(step: number, count: number): Promise<void> {
    const times = new Set(this.of(step).map(({ tMs }) => tMs));
    const open = (this.candidates.get(step) ?? []).filter(({ tMs }) => !times.has(tMs));
    for (const { frameId, tMs } of bestFrames(open, count - times.size)) {
      const descriptor = await this.engine.describe(frameId);
      if (descriptor) this.done.push({ step, tMs, descriptor });
    }
  }
}
