'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { PasskeyButton } from '@/components/account/passkey-button';
import { usePasskeySignIn } from '@/components/account/use-passkey-sign-in';
import {
  signInShopper,
  signInShopperByPasskey,
  type SignInOutcome,
} from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import { formText } from '@/components/ui/form-text';
import { PHONE_HINT } from './sign-up-form';
import { ProblemNotice } from './problem-notice';

/** @requires a path of this site as `next`. */
export function SignInForm({ next }: { readonly next: Route }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Exclude<SignInOutcome, 'signed-in'>>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setTrouble(undefined);
    const placed = await signInShopper({
      phone: formText(form, 'phone'),
      password: formText(form, 'password'),
    });
    if (placed === 'signed-in') {
      router.replace(next);
      router.refresh();
      return;
    }
    setBusy(false);
    setTrouble(placed);
  }

  const passkey = usePasskeySignIn(signInShopperByPasskey, (outcome) => {
    if (outcome !== 'signed-in') return setTrouble(outcome);
    router.replace(next);
    router.refresh();
  });

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {trouble && <Trouble placed={trouble} />}
      <TextField
        label="Phone number"
        name="phone"
        type="tel"
        autoComplete="tel webauthn"
        hint={PHONE_HINT}
        required
      />
      <PasswordField label="Password" name="password" autoComplete="current-password" required />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Signing in…' : undefined}
      >
        Sign in
      </Button>
      <PasskeyButton {...passkey} />
    </form>
  );
}

function Trouble({ placed }: { readonly placed: Exclude<SignInOutcome, 'signed-in'> }) {
  if (placed !== 'refused') return <ProblemNotice code={placed} />;
  return (
    <Notice tone="stop" title="That does not fit together">
      Please check number and password. After several wrong tries in a row, wait a few minutes.
    </Notice>
  );
}
