'use client';

import { useState, type FormEvent } from 'react';
import { signInShopperAgain, type SignInOutcome } from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { ProblemNotice } from './problem-notice';

export interface SignInAgainProps {
  /** Whose password it is; the session knows the number. */
  readonly maskedPhone: string;
  readonly onSignedIn: () => void;
  readonly onSkip: () => void;
}

/** The password once more, right where it is needed, so that nothing else is lost. */
export function SignInAgain({ maskedPhone, onSignedIn, onSkip }: SignInAgainProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Exclude<SignInOutcome, 'signed-in'>>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = formText(event.currentTarget, 'password');
    setBusy(true);
    setTrouble(undefined);
    const placed = await signInShopperAgain(password);
    if (placed === 'signed-in') return onSignedIn();
    setBusy(false);
    setTrouble(placed);
  }

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {trouble && trouble !== 'refused' && <ProblemNotice code={trouble} />}
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        hint={`For ${maskedPhone}`}
        error={trouble === 'refused' ? WRONG : undefined}
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'One moment…' : undefined}
      >
        Continue
      </Button>
      <Button className="w-full" onClick={onSkip}>
        Not now
      </Button>
    </form>
  );
}

const WRONG = 'That is not the password. After several wrong tries in a row, wait a few minutes.';
