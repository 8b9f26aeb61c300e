'use client';

import { useState } from 'react';
import type { TerminalAlarm } from '@/lib/api/staff';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemWords } from '@/components/words/problems';
import { ageInWords } from './age';

export interface AlarmsProps {
  readonly alarms: readonly TerminalAlarm[];
  readonly nowMs: number;
  /** Somebody had a look: the board asks how it stands now. */
  readonly onSeen: () => Promise<void>;
}

/** Where somebody should have a look. The words are calm, because mostly the light is to blame. */
export function Alarms({ alarms, nowMs, onSeen }: AlarmsProps) {
  if (alarms.length === 0) return null;
  return (
    <ul className="space-y-3 px-4 pt-4" aria-label="Please have a look">
      {alarms.map((alarm) => (
        <li key={alarm.id}>
          <Alarm alarm={alarm} nowMs={nowMs} onSeen={onSeen} />
        </li>
      ))}
    </ul>
  );
}

const WHAT = {
  faces: 'Several faces were refused',
  pins: 'Several PINs were refused',
  'unreadable-face': 'A stored face could not be read',
} as const;
const ADVICE = {
  faces: 'Please have a look.',
  pins: 'Please have a look.',
  'unreadable-face':
    'It is our fault, not the guest’s: PIN and phone pay, and new pictures mend it.',
} as const;

function Alarm(props: Omit<AlarmsProps, 'alarms'> & { readonly alarm: TerminalAlarm }) {
  const { alarm, nowMs, onSeen } = props;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const dismiss = async () => {
    setBusy(true);
    const answer = await request('POST', `/api/staff/alarms/${alarm.id}/dismiss`, {});
    // Not there any more: it is over, or was raised anew; the board shows which.
    if (answer.ok || answer.problem.code === 'not-found') await onSeen();
    else setTrouble(problemWords(answer.problem.code).title);
    setBusy(false);
  };
  return (
    <Notice title={`${WHAT[alarm.cause]} at ${alarm.terminalName} ${ago(alarm, nowMs)}`}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p>{trouble ?? ADVICE[alarm.cause]}</p>
        <Button busy={busy ? 'One moment…' : undefined} onClick={() => void dismiss()}>
          We had a look
        </Button>
      </div>
    </Notice>
  );
}

function ago({ raisedAt }: TerminalAlarm, nowMs: number): string {
  const age = ageInWords(raisedAt, nowMs);
  return age === 'just now' ? age : `${age} ago`;
}
