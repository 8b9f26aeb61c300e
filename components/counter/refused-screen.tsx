import type { ProblemCode } from '@/lib/api/problems';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { problemWords } from '@/components/words/problems';
import { maySmileAgain } from './flow';
import { OtherWays, type PaymentWay } from './other-ways';
import { StepHeading } from './step-heading';

export interface RefusedScreenProps {
  readonly code: ProblemCode;
  /** Null when no digits were typed yet, so there is nothing to try again with. */
  readonly digits: string | null;
  readonly onAgain: (digits: string) => void;
  readonly onWay: (way: PaymentWay) => void;
}

/** Four digits find regulars only; nobody but the guest can know whether they are one. */
const NEW_HERE = 'Nothing was paid. First time here? Then we need your whole number, once.';

/** A kind no, and every way on that is still open. */
export function RefusedScreen({ code, digits, onAgain, onWay }: RefusedScreenProps) {
  const words = problemWords(code);
  const again = maySmileAgain(code);
  const isNew = code === 'face-unknown' && digits?.length === 4;
  return (
    <>
      <StepHeading title={words.title}>{isNew ? NEW_HERE : words.body}</StepHeading>
      {again && digits !== null && (
        <Button
          tone="go"
          size="huge"
          className="mx-auto w-full max-w-md"
          onClick={() => onAgain(digits)}
        >
          Smile again
        </Button>
      )}
      <OtherWays ways={again ? ['digits', 'pin', 'phone'] : ['pin', 'phone']} onWay={onWay} />
      {code === 'device-unknown' && (
        <LinkButton href="/counter?pair=again" tone="bare" className="mx-auto">
          For the staff: pair again
        </LinkButton>
      )}
    </>
  );
}
