'use client';

import { LockKeyhole, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { ChangePassword } from '@/components/account/change-password';
import { Passkeys } from '@/components/account/passkeys';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Row, Rows } from '@/components/ui/rows';
import { ProblemNotice } from './problem-notice';
import { SignInAgain } from './sign-in-again';

/** Password, sessions and passkeys. */
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
        <Row
          leading={<MonitorSmartphone aria-hidden="true" />}
          title="Where you are signed in"
          detail="Lost a phone? Sign it out from here"
          href="/me/sessions"
        />
      </Rows>
      <Passkeys
        base="/api/me/passkeys"
        Trouble={ProblemNotice}
        again={(onEnd) => (
          <SignInAgain maskedPhone={maskedPhone} onSignedIn={onEnd} onSkip={onEnd} />
        )}
      />
      <Dialog open={changing} title="Change your password" onClose={() => setChanging(false)}>
        <ChangePassword
          path="/api/me/password"
          Trouble={ProblemNotice}
          onDone={() => {
            setChanging(false);
            setChanged(true);
          }}
        />
      </Dialog>
    </>
  );
}
