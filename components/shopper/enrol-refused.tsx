import type { ProblemCode } from '@/lib/api/problems';
import type { Refusal } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { ButtonAfter } from '@/components/ui/button-after';
import { Notice } from '@/components/ui/notice';
import type { Words } from '@/components/words/words';
import { ProblemNotice } from './problem-notice';

/** Where the usual words speak of paying. */
const WHILE_ENROLLING: Partial<Record<ProblemCode, Words>> = {
  'wait-a-little': {
    title: 'Let us take a short break',
    body: 'A few tries in a row did not work out. Good light from the front helps the next one.',
  },
  'use-another-way': {
    title: 'Let us do this later',
    body: 'Too many tries in a row did not work out. Come back in an hour; your PIN pays meanwhile.',
  },
};

/** Trying again at once would end the same. */
const NO_USE: readonly ProblemCode[] = ['use-another-way', 'device-unknown'];

export interface EnrolRefusedProps {
  readonly refusal: Refusal;
  readonly onAgain: () => void;
  readonly onSkip: () => void;
}

/** No face was kept: why, and how to go on. */
export function EnrolRefused({ refusal, onAgain, onSkip }: EnrolRefusedProps) {
  const { code, retryAfterSeconds = 0 } = refusal;
  const words = WHILE_ENROLLING[code];
  return (
    <div className="space-y-5">
      {words ? <Notice title={words.title}>{words.body}</Notice> : <ProblemNotice code={code} />}
      {!NO_USE.includes(code) && (
        <ButtonAfter
          seconds={retryAfterSeconds}
          label="Try again"
          tone="go"
          size="large"
          className="w-full"
          onClick={onAgain}
        />
      )}
      <Button className="w-full" onClick={onSkip}>
        Skip for now
      </Button>
    </div>
  );
}
