'use client';

import { useState, type SubmitEvent } from 'react';
import { inviteSchema, type InvitationMade } from '@/lib/api/members';
import type { ProblemCode } from '@/lib/api/problems';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { PickOne } from '@/components/ui/choice-cards';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { problemWords } from '@/components/words/problems';
import { ROLE_HINTS, ROLE_WORDS } from '@/components/words/roles';

export interface InviteDialogProps {
  /** Only the owner invites managers. */
  readonly isOwner: boolean;
  readonly onClose: () => void;
  readonly onMade: (invitation: InvitationMade) => void;
}

/** Name, email and role of somebody who shall work here. */
export function InviteDialog({ isOwner, onClose, onMade }: InviteDialogProps) {
  const [role, setRole] = useState<string>('staff');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemCode | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const wish = inviteSchema.safeParse({
      ...{ name: formText(form, 'name'), email: formText(form, 'email'), role },
    });
    if (!wish.success) return setTrouble('invalid-request');
    setBusy(true);
    const answer = await request<InvitationMade>(
      ...(['POST', '/api/staff/members/invitations', wish.data] as const),
    );
    setBusy(false);
    if (answer.ok) onMade(answer.value);
    else setTrouble(answer.problem.code);
  };
  return (
    <Dialog
      open
      title="Invite somebody"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            tone="go"
            type="submit"
            form="invite"
            busy={busy ? 'Making the link…' : undefined}
          >
            Make a link
          </Button>
        </>
      }
    >
      <form id="invite" className="space-y-4" onSubmit={(event) => void submit(event)}>
        <TextField label="Name" name="name" autoComplete="off" required maxLength={60} />
        <TextField label="Email" name="email" type="email" autoComplete="off" required />
        <PickOne
          legend="Role"
          choices={(isOwner ? (['staff', 'manager'] as const) : (['staff'] as const)).map((id) => ({
            ...{ id, label: ROLE_WORDS[id], detail: ROLE_HINTS[id] },
          }))}
          value={role}
          onChange={setRole}
        />
        <p role="alert" className="font-bold text-stop-ink">
          {trouble && problemWords(trouble).title}
        </p>
      </form>
    </Dialog>
  );
}
