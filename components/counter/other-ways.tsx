import { Hash } from 'lucide-react';
import { COUNTER_WAYS, WAYS_TO_PAY, type CounterWay } from '@/lib/payments/ways';
import { Button } from '@/components/ui/button';
import { WAY_ICONS } from '@/components/ui/way-icons';

export interface OtherWaysProps {
  /** The way that the guest is on already; null when it is over. */
  readonly current: CounterWay | null;
  /** Whether the face can be tried again with other digits. */
  readonly mayRetype?: boolean;
  readonly onWay: (way: CounterWay) => void;
}

export const OTHER_DIGITS = 'Other digits';

/** The face is never the only way, and no way costs more. */
export function OtherWays({ current, mayRetype = false, onWay }: OtherWaysProps) {
  return (
    <div role="group" aria-label="Other ways" className="flex flex-wrap justify-center gap-4">
      {mayRetype && (
        <Button size="large" onClick={() => onWay('face')}>
          <Hash aria-hidden="true" />
          {OTHER_DIGITS}
        </Button>
      )}
      {waysBeside(current).map((way) => {
        const Icon = WAY_ICONS[way];
        return (
          <Button key={way} size="large" onClick={() => onWay(way)}>
            <Icon aria-hidden="true" />
            {WAYS_TO_PAY[way].counter}
          </Button>
        );
      })}
    </div>
  );
}

/** Without the current one. */
export function waysBeside(current: CounterWay | null): readonly CounterWay[] {
  return COUNTER_WAYS.filter((way) => way !== current);
}
