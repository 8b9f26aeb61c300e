'use client';

import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { StoreTerminal } from '@/lib/api/terminals';
import { Answered } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Row, Rows } from '@/components/ui/rows';
import { WhenLately } from '@/components/ui/when';
import { Trouble } from './trouble';
import { PairACounter } from './pairing-code';

/** Which tablets take this store's payments; pair one more, or let go of one. */
export function CountersButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Counters</Button>
      <Dialog open={open} title="Counters" onClose={() => setOpen(false)}>
        <div className="space-y-6">
          <Counters />
          <PairACounter />
        </div>
      </Dialog>
    </>
  );
}

function Counters() {
  const asked = useAnswer<readonly StoreTerminal[]>('/api/staff/terminals');
  return (
    <Answered asked={asked} waiting="Looking for the counters…" Trouble={Trouble}>
      {(counters) =>
        counters.length === 0 ? (
          <p className="text-ink-soft">None is paired yet.</p>
        ) : (
          <Rows label="Paired counters">
            {counters.map((counter) => (
              <Counter key={counter.id} counter={counter} onGone={asked.ask} />
            ))}
          </Rows>
        )
      }
    </Answered>
  );
}

interface CounterProps {
  readonly counter: StoreTerminal;
  readonly onGone: () => Promise<void>;
}

function Counter({ counter, onGone }: CounterProps) {
  const [asking, setAsking] = useState(false);
  const { name, pairedAt, lastSeenAt } = counter;
  if (asking) return <Question counter={counter} onGone={onGone} onKeep={() => setAsking(false)} />;
  return (
    <Row
      title={name}
      detail={
        <>
          Paired <WhenLately at={pairedAt} />,{' '}
          {lastSeenAt === null ? (
            'not used yet'
          ) : (
            <>
              last used <WhenLately at={lastSeenAt} />
            </>
          )}
        </>
      }
      trailing={
        <Button aria-label={`Unpair ${name}`} onClick={() => setAsking(true)}>
          Unpair
        </Button>
      }
    />
  );
}

/** A counter in use is not taken away by one tap. */
function Question({ counter, onGone, onKeep }: CounterProps & { readonly onKeep: () => void }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemCode>();
  const unpair = async () => {
    setBusy(true);
    const answer = await request('POST', `/api/staff/terminals/${counter.id}/unpair`, {});
    if (answer.ok) await onGone();
    else setTrouble(answer.problem.code);
    setBusy(false);
  };
  return (
    <li className="space-y-4 px-4 py-4">
      <p>
        <b>Unpair {counter.name}?</b> It takes no more orders and no more payments until it is
        paired again. What was paid there stays paid.
      </p>
      {trouble && <Trouble code={trouble} />}
      <div className="flex flex-wrap gap-3 *:grow">
        <Button onClick={onKeep}>Keep it</Button>
        <Button tone="stop" busy={busy ? 'Unpairing…' : undefined} onClick={() => void unpair()}>
          Unpair {counter.name}
        </Button>
      </div>
    </li>
  );
}
