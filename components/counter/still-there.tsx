'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useCountdown } from '@/components/ui/use-countdown';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
const ANSWER_S = 20;

export interface StillThereProps {
  /** How long nobody may touch anything before we ask. */
  readonly afterMs: number;
  readonly onGone: () => void;
}

/** Asks a guest who has gone quiet, then clears the counter for the next one. */
export function StillThere({ afterMs, onGone }: StillThereProps) {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (asking) return;
    let timer = setTimeout(() => setAsking(true), afterMs);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setAsking(true), afterMs);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, restart);
    };
  }, [afterMs, asking]);
  const stay = () => setAsking(false);
  return (
    <Dialog open={asking} title="Are you still there?" onClose={stay}>
      {asking && <Question onStay={stay} onGone={onGone} />}
    </Dialog>
  );
}

function Question(props: { readonly onStay: () => void; readonly onGone: () => void }) {
  const left = useCountdown(ANSWER_S, props.onGone);
  return (
    <div className="space-y-5">
      <p className="text-lg">
        Take your time. Without a sign from you, we start over in{' '}
        <span className="tabular font-bold">{left}</span> {left === 1 ? 'second' : 'seconds'}.
      </p>
      <div className="flex flex-wrap gap-3 *:grow">
        <Button tone="go" size="large" autoFocus onClick={props.onStay}>
          I am here
        </Button>
        <Button size="large" onClick={props.onGone}>
          Start over
        </Button>
      </div>
    </div>
  );
}
