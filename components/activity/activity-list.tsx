'use client';

import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { ActivityEntry, ActivityView } from '@/lib/api/activity';
import { moneySchema, toWire } from '@/lib/money/wire';
import { request } from '@/components/api/request';
import { Trouble } from '@/components/staff/trouble';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { ACTION_WORDS, ACTOR_WORDS, WAY_WORDS } from '@/components/words/activity';

export interface ActivityListProps {
  readonly first: ActivityView;
  /** Where the next pages are. */
  readonly path: string;
  readonly search: string;
}

/** The newest first; older ones when they are asked for. */
export function ActivityList({ first, path, search }: ActivityListProps) {
  const [entries, setEntries] = useState(first.entries);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemCode | null>(null);

  async function more(): Promise<void> {
    if (next === null || busy) return;
    setBusy(true);
    const query = `${search === '' ? '?' : `${search}&`}before=${next}`;
    const answer = await request<ActivityView>('GET', path + query);
    setBusy(false);
    if (!answer.ok) return setTrouble(answer.problem.code);
    setEntries([...entries, ...answer.value.entries]);
    setNext(answer.value.next);
    setTrouble(null);
  }

  if (entries.length === 0) {
    return <EmptyState title="A quiet day">Nothing of that kind happened.</EmptyState>;
  }
  return (
    <div className="space-y-4">
      <Rows label="What happened">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} timeZone={first.timeZone} />
        ))}
      </Rows>
      {trouble && <Trouble code={trouble} />}
      {next !== null && (
        <Button busy={busy ? 'Looking it up…' : undefined} onClick={() => void more()}>
          Show more
        </Button>
      )}
    </div>
  );
}

function Entry(props: { readonly entry: ActivityEntry; readonly timeZone: string }) {
  const { action, by, at, ticket, details, storeName } = props.entry;
  const way = WAY_WORDS[details.way ?? ''];
  return (
    <Row
      title={
        <>
          {ACTION_WORDS[action]}
          {ticket !== null && ` · order ${ticket}`}
        </>
      }
      detail={
        <>
          {by.name ?? ACTOR_WORDS[by.kind]}
          {way !== undefined && ` · ${way}`}
          {storeName !== null && ` · ${storeName}`}
        </>
      }
      trailing={
        <>
          {details.amount !== undefined && (
            <span className="block font-bold">{amountOf(details.amount)}</span>
          )}
          <span className="block text-sm text-ink-soft">
            <When at={at} timeZone={props.timeZone} />
          </span>
        </>
      }
    />
  );
}

/** @param text as the trail has it: `3800 CNY` */
function amountOf(text: string): string {
  const [amount, currency] = text.split(' ');
  const money = moneySchema.safeParse({ amount, currency });
  return money.success ? amountText(toWire(money.data)) : text;
}
