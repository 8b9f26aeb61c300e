'use client';

import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { PasskeyButton } from '@/components/account/passkey-button';
import { usePasskeySignIn } from '@/components/account/use-passkey-sign-in';
import {
  signInOperator,
  signInStaff,
  signInStaffByPasskey,
  type SignInOutcome,
} from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';

const AUDIENCES = {
  staff: { signIn: signInStaff, byPasskey: signInStaffByPasskey, home: '/staff' },
  operator: { signIn: signInOperator, byPasskey: undefined, home: '/operator' },
} as const;

/** The sign-in of staff, and of operators. */
export function EmailSignInForm({ audience }: { readonly audience: keyof typeof AUDIENCES }) {
  const { signIn, byPasskey, home } = AUDIENCES[audience];
  const router = useRouter();
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  const [busy, setBusy] = useState(false);

  const take = (next: SignInOutcome) => {
    setOutcome(next);
    if (next === 'signed-in') router.replace(home);
    else setBusy(false);
  };
  const passkey = usePasskeySignIn(byPasskey, take);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    take(await signIn({ email: formText(form, 'email'), password: formText(form, 'password') }));
  };

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {outcome && outcome !== 'signed-in' && <Refusal outcome={outcome} />}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username webauthn"
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

function Refusal({ outcome }: { readonly outcome: Exclude<SignInOutcome, 'signed-in'> }) {
  const words =
    outcome === 'refused'
      ? { title: 'That does not fit together', body: 'Please check email and password.' }
      : problemWords(outcome);
  return (
    <Notice tone="stop" title={words.title}>
      {words.body}
    </Notice>
  );
}
