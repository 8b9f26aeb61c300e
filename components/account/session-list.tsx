'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { SessionView, Sessions } from '@/lib/api/sessions';
import { Answered, type TroubleProps } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';

export interface SessionListProps {
  readonly base: '/api/me/sessions' | '/api/staff/sessions';
  readonly Trouble: ComponentType<TroubleProps>;
}

/** Where somebody is signed in; each can be ended from here, or all others at once. */
export function SessionList({ base, Trouble }: SessionListProps) {
  const asked = useAnswer<Sessions>(base);
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<ProblemCode>();
  const end = async (what: string, send: () => ReturnType<typeof request>) => {
    setBusy(what);
    const answer = await send();
    // Gone already is as good.
    const isGone = answer.ok || answer.problem.code === 'not-found';
    setProblem(isGone ? undefined : answer.problem.code);
    await asked.ask();
    setBusy(undefined);
  };
  return (
    <section aria-label="Where you are signed in" className="space-y-3">
      {problem && <Trouble code={problem} />}
      <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
        {({ sessions }) => (
          <>
            <Rows label="Where you are signed in">
              {sessions.map((session) => (
                <Session
                  key={session.id}
                  session={session}
                  busy={busy === session.id}
                  onEnd={() => end(session.id, () => request('DELETE', `${base}/${session.id}`))}
                />
              ))}
            </Rows>
            {sessions.length > 1 && (
              <Button
                className="w-full"
                busy={busy === 'others' ? 'Signing them out…' : undefined}
                onClick={() => void end('others', () => request('POST', `${base}/end-others`, {}))}
              >
                Sign out everywhere else
              </Button>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Session(props: {
  readonly session: SessionView;
  readonly busy: boolean;
  readonly onEnd: () => Promise<void>;
}) {
  const { session, busy, onEnd } = props;
  const name = session.client ?? 'A browser';
  return (
    <Row
      leading={<MonitorSmartphone aria-hidden="true" />}
      title={session.isThisOne ? `${name} (this one)` : name}
      detail={
        <>
          Signed in <When at={session.signedInAt} />, last used <When at={session.lastSeenAt} />
        </>
      }
      trailing={
        !session.isThisOne && (
          <Button
            aria-label={`Sign out ${name}`}
            busy={busy ? 'One moment…' : undefined}
            onClick={() => void onEnd()}
          >
            Sign out
          </Button>
        )
      }
    />
  );
}
