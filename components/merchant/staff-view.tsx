'use client';

import { useState } from 'react';
import type { InvitationMade, StaffMembers } from '@/lib/api/members';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { ROLE_WORDS } from '@/components/words/roles';
import { InvitationLink } from './invitation-link';
import { InviteDialog } from './invite-dialog';
import { Member } from './member';

/** Who works in the store; managers invite and remove staff, the owner managers too. */
export function StaffView({ isOwner }: { readonly isOwner: boolean }) {
  const asked = useAnswer<StaffMembers>('/api/staff/members');
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<InvitationMade | null>(null);
  return (
    <main className="mx-auto w-full max-w-3xl space-y-6 px-5 py-6 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-extrabold">Staff</h1>
        <div className="flex flex-wrap gap-2">
          <Button tone="go" onClick={() => setInviting(true)}>
            Invite somebody
          </Button>
          <LinkButton href={'/staff'}>To the orders</LinkButton>
        </div>
      </header>
      {made && <InvitationLink invitation={made} />}
      <Answered asked={asked} Trouble={Trouble} waiting="Looking who works here…">
        {({ members, invitations }) => (
          <>
            <Rows label="Who works here">
              {members.map((member) => (
                <Member key={member.id} member={member} isOwner={isOwner} onChange={asked.ask} />
              ))}
            </Rows>
            {invitations.length > 0 && (
              <Rows label="Invited">
                {invitations.map(({ email, name, role, expiresAt }) => (
                  <Row
                    key={email}
                    title={name}
                    detail={`${email} · ${ROLE_WORDS[role]}`}
                    trailing={
                      <>
                        until <When at={expiresAt} />
                      </>
                    }
                  />
                ))}
              </Rows>
            )}
          </>
        )}
      </Answered>
      {inviting && (
        <InviteDialog
          isOwner={isOwner}
          onClose={() => setInviting(false)}
          onMade={(invitation) => {
            setInviting(false);
            setMade(invitation);
            void asked.ask();
          }}
        />
      )}
    </main>
  );
}
