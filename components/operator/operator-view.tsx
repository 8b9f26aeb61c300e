'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { OperatorCases } from '@/lib/api/operator';
import { Answered } from '@/components/api/answered';
import { signOutOperator } from '@/components/api/session';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { DisputeList } from './dispute-list';
import { HeldFaceList } from './held-face-list';
import { Section } from './section';

/** All that waits for an operator: doubted payments, disputes, faces that look alike. */
export function OperatorView({ name }: { readonly name: string }) {
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    if (await signOutOperator()) router.replace('/operator/sign-in');
    setLeaving(false);
  };
  return (
    <main className="mx-auto w-full max-w-4xl space-y-8 px-5 py-6 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-3xl font-extrabold">To decide</h1>
          <p className="text-ink-soft">{name}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/operator/activity">Activity</LinkButton>
          <Button busy={leaving ? 'Signing out…' : undefined} onClick={() => void leave()}>
            Sign out
          </Button>
        </div>
      </header>
      <CaseList />
      <DisputeList />
      <HeldFaceList />
    </main>
  );
}

const OUTCOMES = { refunded: 'Given back', refused: 'Stays' } as const;

function CaseList() {
  const asked = useAnswer<OperatorCases>('/api/operator/cases');
  return (
    <Section title="“It wasn’t me”" lead="Payments that somebody says another face made.">
      <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
        {({ cases }) =>
          cases.length === 0 ? (
            <p className="text-ink-soft">Nobody said so.</p>
          ) : (
            <Rows label="Doubted payments">
              {cases.map(({ paymentId, payee, amount, openedAt, outcome }) => (
                <Row
                  key={paymentId}
                  href={`/operator/cases/${paymentId}`}
                  title={
                    <>
                      <Amount value={amount} /> at {payee}
                    </>
                  }
                  detail={
                    <>
                      Told us <When at={openedAt} />
                    </>
                  }
                  trailing={outcome ? OUTCOMES[outcome] : <strong>Open</strong>}
                />
              ))}
            </Rows>
          )
        }
      </Answered>
    </Section>
  );
}
