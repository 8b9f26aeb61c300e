import { colourOf, newTape, wind, type ColourTape } from '@/lib/face/colour-tape';
import { Describer, FRAMES_PER_STEP } from '@/lib/face/describer';
import { assembleEvidence, type FrameWithFace } from '@/lib/face/evidence';
import { FrameSource } from '@/lib/face/frames';
import type { Prompt } from '@/lib/face/gate';
import { frameScore, qualityHint } from '@/lib/face/quality';
import { isCalm, learnCalmFace, type CalmFace } from '@/lib/face/smile';
import { STEP_RULES } from '@/lib/face/steps';
import type { ChallengeStep } from '@/lib/liveness/challenge';
import type { StepKind } from '@/lib/liveness/step-kinds';
import type { Take, Taken } from './take';
import { showOnPage } from './stage-light';

/** How long a prompt stands, whatever the face does. */
const PROMPT_MS = 1_400;

/** A frame that shows what was asked for is put before every other. */
const FITTING = 10;

/**
 * The attacker's own client: the product's engine and worker, but nobody waits for the face.
 * Prompts come at their times, and evidence is made of whatever was seen meanwhile.
 */
export async function forcedFaceCheck(take: Take): Promise<Taken> {
  await take.engine.ready;
  take.engine.forget();
  return new ForcedFaceCheck(take).run();
}

class ForcedFaceCheck {
  private readonly startedAt = performance.now();
  private readonly over = new AbortController();
  private readonly frames: FrameWithFace[] = [];
  private readonly prompts: Prompt[] = [];
  private readonly describer: Describer;
  private calm: CalmFace | null = null;
  /** The prompt on the screen; null in the pause before one. */
  private asked: StepKind | null = null;
  private tape: ColourTape;

  constructor(private readonly take: Take) {
    this.describer = new Describer(take.engine);
    this.tape = newTape(take.challenge.colours);
  }

  async run(): Promise<Taken> {
    const { challenge, engine } = this.take;
    const watching = this.watch();
    for (const [index, step] of challenge.steps.entries()) await this.perform(index, step);
    this.over.abort();
    await watching;
    await engine.describingReady;
    const descriptors = await this.describer.all();
    if (descriptors.length === 0) return { kind: 'gave-up', reason: 'no-face' };
    const { frames, prompts } = this;
    const coloursShownAtMs = this.tape.shownAtMs;
    const recording = { frames, prompts, coloursShownAtMs, descriptors };
    return { kind: 'taken', evidence: assembleEvidence(challenge, recording) };
  }

  private async perform(step: number, { kind, delayMs }: ChallengeStep): Promise<void> {
    await after(delayMs);
    this.prompts.push({ step, shownAtMs: this.nowMs() });
    this.asked = kind;
    this.show();
    await after(PROMPT_MS);
    this.asked = null;
    this.show();
    void this.describer.describeBest(step, FRAMES_PER_STEP);
  }

  private async watch(): Promise<void> {
    const { engine, video } = this.take;
    const { signal } = this.over;
    const source = new FrameSource(video, await engine.takesBitmaps(), signal);
    for (let frame = await source.next(); frame; frame = await source.next()) {
      const tMs = Math.max(0, frame.takenAtMs - this.startedAt);
      const seen = await engine.analyse(frame.image, tMs);
      if (seen.face) this.keep({ ...seen, face: seen.face });
      this.show();
    }
  }

  private keep(frame: FrameWithFace): void {
    this.frames.push(frame);
    const prompt = this.prompts.at(-1);
    const kind = this.asked;
    if (!prompt || !kind || frame.tMs < prompt.shownAtMs) return;
    const { frameId, tMs, face } = frame;
    if (kind === 'neutral' && isCalm(face)) this.calm = learnCalmFace(this.calm, face);
    const rule = STEP_RULES[kind];
    const fits = qualityHint(frame, rule.exempt) === null && rule.represents(face, this.calm);
    this.describer.offer(prompt.step, {
      frameId,
      tMs,
      score: frameScore(face) * (fits ? FITTING : 1),
    });
  }

  /** Colours run on by themselves, as in the honest client. */
  private show(): void {
    if (this.prompts.length > 0) this.tape = wind(this.tape, this.nowMs());
    showOnPage(this.asked, colourOf(this.tape));
  }

  private nowMs(): number {
    return performance.now() - this.startedAt;
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
