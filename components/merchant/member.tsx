'use client';

import { useState } from 'react';
import { HIRED_ROLES, type HiredRole } from '@/lib/access/roles';
import type { StaffMember } from '@/lib/api/members';
import type { ProblemCode } from '@/lib/api/problems';
import { request, type Method } from '@/components/api/request';
import { Trouble } from '@/components/staff/trouble';
import { Button } from '@/components/ui/button';
import { Row } from '@/components/ui/rows';
import { SelectField } from '@/components/ui/select-field';
import { ROLE_WORDS } from '@/components/words/roles';

export interface MemberProps {
  readonly member: StaffMember;
  /** Only the owner changes roles. */
  readonly isOwner: boolean;
  readonly onChange: () => Promise<void>;
}

/** One of the staff, with what whoever looks may change about them. */
export function Member({ member, isOwner, onChange }: MemberProps) {
  const { id, name, email, role, isYou, mayRemove } = member;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemCode | null>(null);
  const send = async (method: Method, path: string, body?: unknown) => {
    setBusy(true);
    const answer = await request<undefined>(method, path, body);
    setBusy(false);
    setAsking(false);
    setTrouble(answer.ok ? null : answer.problem.code);
    await onChange();
  };
  const remove = () => void send('DELETE', `/api/staff/members/${id}`);
  const make = (next: HiredRole) =>
    void send('PUT', `/api/staff/members/${id}/role`, { role: next });
  const about = (
    <>
      {email} · {ROLE_WORDS[role]}
      {asking && (
        <span className="block pt-2 font-bold text-ink">
          Signed out at once. What {name} did stays in the activity.
        </span>
      )}
      {trouble && <Trouble code={trouble} />}
    </>
  );
  return (
    <Row
      title={isYou ? `${name} (you)` : name}
      detail={about}
      trailing={
        mayRemove && (
          <span className="flex flex-wrap items-end justify-end gap-2">
            {!asking && isOwner && <RoleChoice member={member} onChange={make} />}
            {asking ? (
              <>
                <Button onClick={() => setAsking(false)}>Keep</Button>
                <Button tone="stop" busy={busy ? 'Removing…' : undefined} onClick={remove}>
                  Remove {name}
                </Button>
              </>
            ) : (
              <Button aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
                Remove
              </Button>
            )}
          </span>
        )
      }
    />
  );
}

function RoleChoice(props: {
  readonly member: StaffMember;
  readonly onChange: (role: HiredRole) => void;
}) {
  const { name, role } = props.member;
  if (role === 'owner') return null;
  return (
    <SelectField<HiredRole>
      label={`Role of ${name}`}
      value={role}
      options={HIRED_ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))}
      onChange={props.onChange}
    />
  );
}
