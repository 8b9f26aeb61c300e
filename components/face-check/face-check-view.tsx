'use client';

import { useRef, type ReactNode } from 'react';
import type { StepKind } from '@/lib/liveness/step-kinds';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { HINT_WORDS, PROMPT_WORDS, STOP_WORDS } from '@/components/words/face-check';
import { useFaceEngineProgress } from './face-engine';
import { Oval } from './oval';
import { ScreenLight } from './screen-light';
import type { StopReason } from './run-face-check';
import { useFaceCheck, type FaceCheckRequest, type FaceCheckStage } from './use-face-check';

/** Another way on, always in reach beside the camera, e.g. PIN, own phone, skip, cancel. */
export interface OtherWay {
  readonly label: string;
  readonly onChoose: () => void;
}

export interface FaceCheckViewProps extends FaceCheckRequest {
  /** Stays in sight throughout, beside the picture where there is room, else below it. */
  readonly heading?: ReactNode;
  /** Says what a step is for, e.g. `{ smile: 'Smile to pay ¥38.00' }`; the rest has usual words. */
  readonly prompts?: Partial<Record<StepKind, string>>;
  /** What is said while the server thinks, e.g. `Paying…`. */
  readonly sendingLabel: string;
  readonly ways: readonly OtherWay[];
}

/**
 * Looks at a face through the camera and follows a challenge: the only bridge between the
 * pages and `lib/face`. Camera and loop run only while it is on a visible screen.
 */
export function FaceCheckView(props: FaceCheckViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const { stage, again } = useFaceCheck(video, props);
  const prompt = stage.kind === 'watching' ? stage.update.prompt : null;
  const colour = stage.kind === 'watching' ? stage.update.colour : null;
  const stopped = stage.kind === 'stopped';
  return (
    <div data-face-check="" data-prompt={prompt ?? 'none'} className="@container w-full">
      {colour && <ScreenLight colour={colour} />}
      <div className="flex flex-col items-center gap-8 landscape:@3xl:flex-row landscape:@3xl:justify-center landscape:@3xl:gap-14">
        {/* Kept even when hidden: the next try plays on the same video. */}
        <div className={stopped ? 'hidden' : 'max-w-full'}>
          <Oval
            video={video}
            prompt={prompt}
            progress={progressOf(stage)}
            finished={stage.kind === 'sending'}
          />
        </div>
        <div className="flex w-full max-w-xl flex-col items-center gap-6">
          {props.heading}
          {stage.kind === 'stopped' ? (
            <Stopped reason={stage.reason} onAgain={again} />
          ) : (
            <Instruction stage={stage} props={props} />
          )}
          {stage.kind !== 'sending' && <Ways ways={props.ways} />}
        </div>
      </div>
    </div>
  );
}

function Stopped(props: { readonly reason: StopReason; readonly onAgain: () => void }) {
  const { title, body } = STOP_WORDS[props.reason];
  return (
    <div className="w-full space-y-6 text-lg">
      <Notice tone="stop" title={title}>
        {body}
      </Notice>
      <Button tone="go" size="large" className="w-full" onClick={props.onAgain}>
        Try again
      </Button>
    </div>
  );
}

function Ways({ ways }: Pick<FaceCheckViewProps, 'ways'>) {
  return (
    <div role="group" aria-label="Other ways" className="flex flex-wrap justify-center gap-3">
      {ways.map(({ label, onChoose }) => (
        <Button key={label} size="large" onClick={onChoose}>
          {label}
        </Button>
      ))}
    </div>
  );
}

/** One thing at a time, spoken as well: what would help now, else what the step asks for. */
function Instruction(of: { readonly stage: FaceCheckStage; readonly props: FaceCheckViewProps }) {
  const { stage, props } = of;
  const loaded = useFaceEngineProgress();
  if (stage.kind === 'waking' && loaded < 1) {
    return (
      <div className="w-full max-w-sm">
        <Progress label="Getting ready to see you…" value={loaded} />
      </div>
    );
  }
  return (
    <p
      role="status"
      className="grid min-h-20 place-items-center px-4 text-center text-3xl leading-tight font-extrabold text-balance"
    >
      {wordsFor(stage, props)}
    </p>
  );
}

function wordsFor(stage: FaceCheckStage, { prompts, sendingLabel }: FaceCheckViewProps): string {
  if (stage.kind === 'sending') return sendingLabel;
  if (stage.kind !== 'watching') return 'Opening the camera…';
  const { hint, asked } = stage.update;
  if (hint) return HINT_WORDS[hint];
  return prompts?.[asked] ?? PROMPT_WORDS[asked];
}

function progressOf(stage: FaceCheckStage): number {
  if (stage.kind === 'sending') return 1;
  return stage.kind === 'watching' ? stage.update.progress : 0;
}
