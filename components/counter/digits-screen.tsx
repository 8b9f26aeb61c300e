import { digitsSchema } from '@/lib/api/payments';
import type { CounterWay } from '@/lib/payments/ways';
import { EntryLayout } from './entry-layout';
import { NumberEntry } from './number-entry';
import { OtherWays } from './other-ways';
import { StepHeading } from './step-heading';

export interface DigitsScreenProps {
  readonly onDigits: (digits: string) => void;
  readonly onWay: (way: CounterWay) => void;
}

/** Whom are we about to greet? Digits narrow it down, so that nobody is searched for. */
export function DigitsScreen({ onDigits, onWay }: DigitsScreenProps) {
  return (
    <EntryLayout
      heading={
        <StepHeading title="The last four digits of your phone?">
          First time here? Then please type the whole number. From abroad, begin with 00.
        </StepHeading>
      }
      entry={
        <NumberEntry
          label="Phone digits"
          initial=""
          fits={(text) => digitsSchema.safeParse(text).success}
          submitLabel="Next: smile"
          onSubmit={onDigits}
        />
      }
      beside={<OtherWays current="face" onWay={onWay} />}
    />
  );
}
