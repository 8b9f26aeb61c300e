import { problemWords } from '@/components/words/problems';
import { OtherWays } from './other-ways';
import { PinEntry } from './pin-entry';
import { StepHeading } from './step-heading';
import type { WayScreenProps } from './way-screen';

export interface StepUpScreenProps extends WayScreenProps {
  readonly digits: string;
  /** The face check that asked for the PIN. */
  readonly challengeId: string;
}

/** The smile was near: the PIN of whom it was nearest to completes it. */
export function StepUpScreen({ placed, digits, challengeId, counter, onWay }: StepUpScreenProps) {
  return (
    <PinEntry
      heading={
        <StepHeading title={problemWords('one-more-thing').title}>
          Your smile is kept. Type your six digits, and it is paid.
        </StepHeading>
      }
      pay={(pin) => counter.payByPin(placed, digits, { challengeId, pin })}
      onAnswer={(answer) => void counter.take(placed, answer)}
      beside={<OtherWays current="pin" onWay={onWay} />}
    />
  );
}
