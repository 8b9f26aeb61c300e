import { Hash, KeyRound, QrCode, Smile } from 'lucide-react';
import { Button } from '@/components/ui/button';

const WAYS = {
  smile: { label: 'Pay with a smile', Icon: Smile },
  digits: { label: 'Other digits', Icon: Hash },
  pin: { label: 'Pay with PIN', Icon: KeyRound },
  phone: { label: 'Pay on my phone', Icon: QrCode },
} as const;

export type PaymentWay = keyof typeof WAYS;

export interface OtherWaysProps<Way extends PaymentWay> {
  readonly ways: readonly Way[];
  readonly onWay: (way: Way) => void;
}

/** The face is never the only way, and no way costs more. */
export function OtherWays<Way extends PaymentWay>({ ways, onWay }: OtherWaysProps<Way>) {
  return (
    <div role="group" aria-label="Other ways" className="flex flex-wrap justify-center gap-4">
      {ways.map((way) => {
        const { label, Icon } = WAYS[way];
        return (
          <Button key={way} size="large" onClick={() => onWay(way)}>
            <Icon aria-hidden="true" />
            {label}
          </Button>
        );
      })}
    </div>
  );
}
