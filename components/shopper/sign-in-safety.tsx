'use client';

import { LockKeyhole, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import type { SessionsEnded } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Row, Rows } from '@/components/ui/rows';
import { ChangePassword } from './change-password';
import { Passkeys } from './passkeys';

/** A new password, and the end of all other sessions. */
export function SignInSafety({ maskedPhone }: { readonly maskedPhone: string }) {
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <>
      {changed && (
        <Notice tone="go" title="Your new password is set">
          All other phones are signed out.
        </Notice>
      )}
      <Rows label="Signing in">
        <Row
          leading={<LockKeyhole aria-hidden="true" />}
          title="Your password"
          detail="Opens your wallet on a new phone"
          trailing={<Button onClick={() => setChanging(true)}>Change</Button>}
        />
        <OtherPhones />
      </Rows>
      <Passkeys maskedPhone={maskedPhone} />
      <Dialog open={changing} title="Change your password" onClose={() => setChanging(false)}>
        <ChangePassword
          onDone={() => {
            setChanging(false);
            setChanged(true);
          }}
        />
      </Dialog>
    </>
  );
}

/** For a phone that was lost, or lent. */
function OtherPhones() {
  const [busy, setBusy] = useState(false);
  const [detail, setDetail] = useState('Lost a phone? Sign it out from here');
  async function endOthers() {
    setBusy(true);
    const answer = await request<SessionsEnded>('POST', '/api/me/sessions/end-others', {});
    setBusy(false);
    setDetail(answer.ok ? wordsFor(answer.value) : 'That did not work. Please try again');
  }
  return (
    <Row
      leading={<MonitorSmartphone aria-hidden="true" />}
      title="Other phones"
      detail={<span role="status">{detail}</span>}
      trailing={
        <Button busy={busy ? 'One moment…' : undefined} onClick={() => void endOthers()}>
          Sign them out
        </Button>
      }
    />
  );
}

function wordsFor({ ended }: SessionsEnded): string {
  if (ended === 0) return 'You are signed in nowhere else';
  return ended === 1 ? 'One other is signed out now' : `${ended} others are signed out now`;
}
