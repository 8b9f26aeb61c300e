import type { Challenge } from '@/lib/liveness/challenge';
import type { ScreenColour } from '@/lib/liveness/colours';
import type { EvidenceWire } from '@/lib/liveness/evidence';
import type { StepKind } from '@/lib/liveness/step-kinds';
import { colourOf, newTape, wind, type ColourTape } from './colour-tape';
import { Describer, FRAMES_PER_STEP } from './describer';
import type { FaceEngine } from './engine';
import { assembleEvidence, type FrameWithFace } from './evidence';
import { FrameSource } from './frames';
import * as gate from './gate';
import { followHint, NO_HINT, type SteadyHint } from './hints';
import type { Box } from './landmarks';
import type { FrameObservation } from './observation';
import { frameScore, type HintCode } from './quality';
import { EngineError } from './questions';

/** What the page shows while a face check runs. */
export interface FaceCheckUpdate {
  /** What the person is asked to do now; null in the pause before a step. */
  readonly prompt: StepKind | null;
  readonly stepIndex: number;
  readonly stepCount: number;
  /** What the screen is lit with now; null: as it is. */
  readonly colour: ScreenColour | null;
  readonly hint: HintCode | null;
  /** Parts of the unmirrored frame, 0…1. */
  readonly face: Box | null;
  /** 0…1 over the whole face check. */
  readonly progress: number;
}

/** A step's descriptors: 128 raw floats each, of the model `EMBEDDER.id`. */
export interface DescribedStep {
  readonly step: number;
  readonly kind: StepKind;
  readonly descriptors: readonly Float32Array[];
}

export type FaceCheckGaveUp = gate.GaveUpReason | 'cancelled' | 'engine-failed';

export type FaceCheckOutcome =
  | { readonly kind: 'done'; readonly evidence: EvidenceWire }
  | { readonly kind: 'gave-up'; readonly reason: FaceCheckGaveUp };

export interface FaceCheckOptions {
  readonly engine: FaceEngine;
  /** Plays the camera's stream. */
  readonly video: HTMLVideoElement;
  readonly challenge: Challenge;
  readonly onUpdate: (update: FaceCheckUpdate) => void;
  /** Told as soon as a step's best frames are described; not for the last step. */
  readonly onStepDescribed?: (described: DescribedStep) => void;
  readonly signal?: AbortSignal;
}

/** Time must pass even when the camera gives no frames. */
const TICK_MS = 250;

/**
 * Leads a person through the challenge's steps and gathers the evidence for the server.
 *
 * @requires no other face check runs on this engine, and at least one step.
 * @ensures never throws: it ends with the evidence, or with the reason why there is none. The
 * camera stays open; it belongs to the caller.
 */
export async function startFaceCheck(options: FaceCheckOptions): Promise<FaceCheckOutcome> {
  const { engine, signal } = options;
  try {
    await engine.ready;
    engine.forget();
    return await new FaceCheckRunner(options).run(signal);
  } catch (error) {
    if (error instanceof EngineError) return { kind: 'gave-up', reason: 'engine-failed' };
    throw error;
  }
}

class FaceCheckRunner {
  private readonly startedAt = performance.now();
  private readonly over = new AbortController();
  private readonly frames: FrameWithFace[] = [];
  private readonly describer: Describer;
  private state: gate.GateState;
  private hint: SteadyHint = NO_HINT;
  private face: Box | null = null;
  private tape: ColourTape;

  constructor(private readonly options: FaceCheckOptions) {
    this.describer = new Describer(options.engine);
    this.state = gate.openGate(options.challenge.steps, 0);
    this.tape = newTape(options.challenge.colours);
  }

  async run(signal: AbortSignal | undefined): Promise<FaceCheckOutcome> {
    const cancel = (): void => this.over.abort();
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    const ticker = setInterval(() => this.move(gate.passTime(this.state, this.nowMs())), TICK_MS);
    try {
      await this.watch();
      return await this.finish();
    } finally {
      clearInterval(ticker);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** One frame at a time until the gate is done, gives up or the caller does. */
  private async watch(): Promise<void> {
    const { engine, video } = this.options;
    const { signal } = this.over;
    const source = new FrameSource(video, await engine.takesBitmaps(), signal);
    for (let frame = await source.next(); frame; frame = await source.next()) {
      const { image, takenAtMs } = frame;
      this.take(await engine.analyse(image, Math.max(0, takenAtMs - this.startedAt)));
    }
  }

  private take(seen: FrameObservation): void {
    const { face, width, height } = seen;
    this.face = face && {
      x: face.box.x / width,
      y: face.box.y / height,
      width: face.box.width / width,
      height: face.box.height / height,
    };
    if (face) this.keep({ ...seen, face });
    this.move(gate.takeFrame(this.state, seen, this.nowMs()));
  }

  private keep(frame: FrameWithFace): void {
    this.frames.push(frame);
    const { state, describer } = this;
    if (state.phase !== 'prompting') return;
    const kind = state.steps[state.step]?.kind;
    if (!kind || !gate.mayRepresent(state, frame)) return;
    const { frameId, tMs, face } = frame;
    describer.offer(state.step, { frameId, tMs, score: frameScore(face) });
  }

  private move(next: gate.GateState): void {
    const before = this.state;
    if (this.over.signal.aborted) return;
    this.state = next;
    this.hint = followHint(this.hint, next.hint, this.nowMs());
    if (next.prompts.length > 0) this.tape = wind(this.tape, this.nowMs());
    if (before.phase === 'prompting') this.describe(before, next);
    this.options.onUpdate(this.update());
    if (next.phase === 'done' || next.phase === 'gave-up') this.over.abort();
  }

  private describe(before: gate.Prompting, next: gate.GateState): void {
    const { step, steps } = before;
    if (next.phase === 'prompting' && next.heldFrames >= 2) this.describer.beginEarly(step);
    const kind = steps[step]?.kind;
    if (next.phase !== 'waiting' || !kind) return;
    const told = this.describer.describeBest(step, FRAMES_PER_STEP).then((described) => {
      const descriptors = described.map(({ descriptor }) => descriptor);
      if (descriptors.length > 0) this.options.onStepDescribed?.({ step, kind, descriptors });
    });
    // Should the engine fail, the frame that is awaited next fails too, and ends the face check.
    told.catch(() => undefined);
  }

  private async finish(): Promise<FaceCheckOutcome> {
    const { state, describer } = this;
    if (state.phase === 'gave-up') return { kind: 'gave-up', reason: state.reason };
    if (state.phase !== 'done') return { kind: 'gave-up', reason: 'cancelled' };
    // One more frame of the last step would be a twentieth of a second for little.
    await describer.describeBest(state.steps.length - 1, 1);
    const evidence = assembleEvidence(this.options.challenge, {
      frames: this.frames,
      prompts: state.prompts,
      coloursShownAtMs: this.tape.shownAtMs,
      descriptors: await describer.all(),
    });
    return { kind: 'done', evidence };
  }

  private update(): FaceCheckUpdate {
    const { state } = this;
    const stepCount = state.steps.length;
    return {
      prompt: gate.promptOf(state),
      stepIndex: 'step' in state ? state.step : stepCount - 1,
      stepCount,
      colour: colourOf(this.tape),
      hint: this.hint.shown,
      face: this.face,
      progress: gate.progressOf(state),
    };
  }

  private nowMs(): number {
    return performance.now() - this.startedAt;
  }
}
