import type { CounterWay } from '@/lib/payments/ways';
import type { Refusal } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { ButtonAfter } from '@/components/ui/button-after';
import { problemWords } from '@/components/words/problems';
import { maySmileAgain, mustPairAgain } from './flow';
import { OtherWays } from './other-ways';
import { StepHeading } from './step-heading';

export interface RefusedScreenProps {
  readonly refusal: Refusal;
  /** Null when no digits were typed yet, so there is nothing to try again with. */
  readonly digits: string | null;
  readonly onAgain: (digits: string) => void;
  readonly onWay: (way: CounterWay) => void;
  readonly onPairAgain: () => void;
}

/** Four digits find regulars only; nobody but the guest can know whether they are one. */
const NEW_HERE = 'Nothing was paid. First time here? Then we need your whole number, once.';

/** A kind no, and every way on that is still open. */
export function RefusedScreen(props: RefusedScreenProps) {
  const { refusal, digits, onAgain, onWay } = props;
  const { code, retryAfterSeconds = 0 } = refusal;
  // A PIN that must wait does not keep a smile waiting.
  const smileInSeconds = code === 'wait-a-little' ? retryAfterSeconds : 0;
  const words = problemWords(code);
  const again = maySmileAgain(code);
  // While this counter waits, it waits with any digits.
  const mayRetype = again && code !== 'wait-a-little';
  const isNew = code === 'face-unknown' && digits?.length === 4;
  return (
    <>
      <StepHeading title={words.title}>{isNew ? NEW_HERE : words.body}</StepHeading>
      {again && digits !== null && (
        <ButtonAfter
          seconds={smileInSeconds}
          label="Smile again"
          tone="go"
          size="huge"
          className="mx-auto w-full max-w-md"
          onClick={() => onAgain(digits)}
        />
      )}
      <OtherWays current="face" mayRetype={mayRetype} onWay={onWay} />
      {mustPairAgain(code) && (
        <Button tone="bare" className="mx-auto" onClick={props.onPairAgain}>
          For the staff: pair again
        </Button>
      )}
    </>
  );
}
