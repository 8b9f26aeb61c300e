'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import type { StatementView as Statement } from '@/lib/api/merchant';
import type { MoneyWire } from '@/lib/money/wire';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Amount } from '@/components/ui/amount';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { When } from '@/components/ui/when';
import { STATEMENT_WORDS } from '@/components/words/statement';
import { Trouble } from '@/components/staff/trouble';
import { Signed } from './signed';
import { StatementDays } from './statement-days';

/** The days, and of one of them what there was, what happened, what there is. */
export function StatementView({ today }: { readonly today: string }) {
  const [day, setDay] = useState(today);
  return (
    <section aria-label="Statement" className="space-y-6">
      <StatementDays day={day} onDay={setDay} />
      <header className="flex flex-wrap items-end justify-between gap-4">
        <TextField
          label="Day"
          type="date"
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value || today)}
        />
        <a
          href={`/api/merchant/statements/${day}/csv`}
          download
          className={buttonClass('quiet', 'medium')}
        >
          <Download aria-hidden="true" className="size-5" />
          Download CSV
        </a>
      </header>
      <Day key={day} day={day} />
    </section>
  );
}

function Day({ day }: { readonly day: string }) {
  const asked = useAnswer<Statement>(`/api/merchant/statements/${day}`);
  return (
    <Answered asked={asked} Trouble={Trouble} waiting="Adding up the day…">
      {(statement) => (
        <div className="space-y-4">
          <Summary statement={statement} />
          {statement.lines.length === 0 ? (
            <EmptyState title="A quiet day">Nothing was taken or given back.</EmptyState>
          ) : (
            <Lines lines={statement.lines} timeZone={statement.timeZone} />
          )}
        </div>
      )}
    </Answered>
  );
}

/** Opening, totals by kind, closing: it adds up before one's eyes. */
function Summary({ statement: { opening, totals, closing } }: { readonly statement: Statement }) {
  return (
    <Card aria-label="Summary">
      <table className="w-full text-right [&_td]:py-1 [&_th]:py-1">
        <thead className="text-sm text-ink-soft">
          <tr>
            <th scope="col" className="text-left">
              <span className="sr-only">What</span>
            </th>
            <th scope="col">Balance</th>
            <th scope="col">Waiting for goods</th>
          </tr>
        </thead>
        <tbody>
          <Bound words="At the start" holdings={opening} />
          {totals.map(({ kind, count, balance, escrow }) => (
            <tr key={kind}>
              <th scope="row" className="text-left font-normal">
                {STATEMENT_WORDS[kind]} <span className="text-ink-soft">× {count}</span>
              </th>
              <td>
                <Signed value={balance} />
              </td>
              <td>
                <Signed value={escrow} />
              </td>
            </tr>
          ))}
          <Bound words="At the end" holdings={closing} />
        </tbody>
      </table>
    </Card>
  );
}

function Bound(props: {
  readonly words: string;
  readonly holdings: { readonly balance: MoneyWire; readonly escrow: MoneyWire };
}) {
  return (
    <tr className="font-extrabold">
      <th scope="row" className="text-left font-extrabold">
        {props.words}
      </th>
      <td>
        <Amount value={props.holdings.balance} />
      </td>
      <td>
        <Amount value={props.holdings.escrow} />
      </td>
    </tr>
  );
}

function Lines({ lines, timeZone }: Pick<Statement, 'lines' | 'timeZone'>) {
  return (
    <ul
      aria-label="What happened"
      className="divide-y divide-line rounded-card border border-line bg-card"
    >
      {lines.map((line) => (
        <li key={line.id} className="flex items-baseline justify-between gap-4 px-5 py-3">
          <span className="min-w-0">
            <span className="block font-bold">
              {STATEMENT_WORDS[line.kind]}
              {line.ticket !== null && ` · order ${line.ticket}`}
            </span>
            <span className="block text-sm break-all text-ink-soft">
              <When at={line.at} timeZone={timeZone} />
              {line.paymentId && ` · ${line.paymentId}`}
            </span>
          </span>
          <span className="text-right font-bold">
            <Signed value={line.balance} />
            {line.escrow.amount.amount !== '0' && (
              <span className="block text-sm font-normal text-ink-soft">
                waiting <Signed value={line.escrow} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
