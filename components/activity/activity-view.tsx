'use client';

import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ActivityKind, PlatformKind } from '@/lib/audit/actions';
import type { ActivityView as Activity } from '@/lib/api/activity';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { buttonClass } from '@/components/ui/button-style';
import { TextField } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { ACTIVITY_KIND_WORDS } from '@/components/words/activity';
import { ActivityList } from './activity-list';

type Kind = ActivityKind | PlatformKind;

export interface ActivityViewProps {
  readonly today: string;
  /** Where the days are, e.g. `/api/merchant/activity`. */
  readonly base: string;
  /** What can be looked for. */
  readonly kinds: readonly Kind[];
  readonly back: ReactNode;
}

/** Who did what, day by day. */
export function ActivityView({ today, base, kinds, back }: ActivityViewProps) {
  const [day, setDay] = useState(today);
  const [person, setPerson] = useState('');
  const [kind, setKind] = useState<Kind | ''>('');
  const search = searchOf({ person, kind });
  return (
    <main className="mx-auto w-full max-w-5xl space-y-6 px-5 py-6 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-extrabold">Activity</h1>
        {back}
      </header>
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          label="Day"
          type="date"
          max={today}
          value={day}
          onChange={(event) => {
            setDay(event.target.value || today);
            setPerson('');
          }}
        />
        <People key={day} path={`${base}/${day}`} person={person} onChange={setPerson} />
        <SelectField<Kind | ''>
          label="What"
          value={kind}
          options={[
            { value: '', label: 'Everything' },
            ...kinds.map((value) => ({ value, label: ACTIVITY_KIND_WORDS[value] })),
          ]}
          onChange={setKind}
        />
        <a href={`${base}/${day}/csv${search}`} download className={buttonClass('quiet', 'medium')}>
          <Download aria-hidden="true" className="size-5" />
          Download CSV
        </a>
      </div>
      <Day key={`${day}${search}`} path={`${base}/${day}`} search={search} />
    </main>
  );
}

/** Whoever did something on that day; nobody else can be chosen. */
function People(props: {
  readonly path: string;
  readonly person: string;
  readonly onChange: (person: string) => void;
}) {
  const { answer } = useAnswer<Activity>(props.path);
  const people = answer?.ok ? answer.value.people : [];
  return (
    <SelectField
      label="Who"
      value={props.person}
      options={[
        { value: '', label: 'Everybody' },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={props.onChange}
    />
  );
}

function Day({ path, search }: { readonly path: string; readonly search: string }) {
  const asked = useAnswer<Activity>(path + search);
  return (
    <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
      {(first) => <ActivityList first={first} path={path} search={search} />}
    </Answered>
  );
}

/** `?person=…&kind=…`, or nothing. */
function searchOf(wishes: Readonly<Record<string, string>>): string {
  const set = Object.entries(wishes).filter(([, value]) => value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
}
