'use client';

import { useState } from 'react';
import type { StatementDays as Days } from '@/lib/api/merchant';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { shortDayWords } from '@/components/words/today';
import { Signed } from './signed';

export interface StatementDaysProps {
  /** The day that is shown below. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** A week of days with their totals; one of them is chosen to be read. */
export function StatementDays({ day, onDay }: StatementDaysProps) {
  const [until, setUntil] = useState<string | null>(null);
  const path = `/api/merchant/statements${until === null ? '' : `?until=${until}`}`;
  return (
    <Card aria-label="Day by day" className="space-y-4">
      <h2 className="text-xl font-extrabold">Day by day</h2>
      <Page key={path} path={path} day={day} onDay={onDay} onUntil={setUntil} />
    </Card>
  );
}

interface PageProps extends StatementDaysProps {
  readonly path: string;
  readonly onUntil: (until: string | null) => void;
}

function Page({ path, onUntil, ...chosen }: PageProps) {
  const asked = useAnswer<Days>(path);
  return (
    <Answered asked={asked} Trouble={Trouble} waiting="Adding up the days…">
      {({ days, first, earlier }) => (
        <>
          {days.length === 0 ? (
            <p className="text-ink-soft">Nothing moved since {shortDayWords(first)}.</p>
          ) : (
            <DayTable days={days} {...chosen} />
          )}
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => onUntil(earlier)}>A week earlier</Button>
            {path.includes('?') && <Button onClick={() => onUntil(null)}>The latest</Button>}
          </div>
        </>
      )}
    </Answered>
  );
}

function DayTable({ days, day, onDay }: StatementDaysProps & Pick<Days, 'days'>) {
  return (
    <div role="region" aria-label="All days" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-right whitespace-nowrap [&_td]:pl-4">
        <thead className="text-sm text-ink-soft">
          <tr>
            <th scope="col" className="text-left font-normal">
              Day
            </th>
            {['Sales', 'Given back', 'Fees', 'Paid out'].map((column) => (
              <th key={column} scope="col" className="pl-4 font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day: one, sales, givenBack, fees, paidOut }) => (
            <tr
              key={one}
              className={classNames('border-t border-line', one === day && 'font-extrabold')}
            >
              <th scope="row" className="text-left font-normal">
                <Button
                  tone="bare"
                  className="-ml-5"
                  aria-pressed={one === day}
                  onClick={() => onDay(one)}
                >
                  {shortDayWords(one)}
                </Button>
              </th>
              {[sales, givenBack, fees, paidOut].map((amount, index) => (
                <td key={index}>
                  <Signed value={amount} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
