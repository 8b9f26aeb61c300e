'use client';

import type { ReportedStore } from '@/lib/reports/day-report';
import { Button } from '@/components/ui/button';
import { FieldFrame, inputClass, TextField } from '@/components/ui/field';

export interface DayFormProps {
  readonly day: string;
  readonly today: string;
  readonly stores: readonly ReportedStore[];
  readonly storeId: string | undefined;
}

/** Another day, or one store alone. */
export function DayForm({ day, today, stores, storeId }: DayFormProps) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <TextField label="Day" name="day" type="date" max={today} defaultValue={day} required />
      {stores.length > 1 && (
        <FieldFrame id="store" label="Store">
          <select id="store" name="store" className={inputClass} defaultValue={storeId ?? ''}>
            <option value="">All together</option>
            {stores.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </FieldFrame>
      )}
      <Button type="submit">Show</Button>
    </form>
  );
}
