'use client';

import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import { setupSchema, type Setup } from '@/lib/api/staff';
import { CURRENCIES, CURRENCY_FACTS, DEFAULT_CURRENCY } from '@/lib/money/currency';
import { request } from '@/components/api/request';
import { signInStaff } from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { PickOne } from '@/components/ui/choice-cards';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';

/** The first store of an empty installation, and the first who works there. */
export function SetupForm({ token }: { readonly token: string }) {
  const router = useRouter();
  const [currency, setCurrency] = useState<string>(DEFAULT_CURRENCY);
  const [trouble, setTrouble] = useState<ProblemCode | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wish = readWish(event.currentTarget, token, currency);
    if (typeof wish === 'string') return setTrouble(wish);
    setBusy(true);
    const answer = await request<unknown>('POST', '/api/setup', wish);
    if (!answer.ok) {
      setTrouble(answer.problem.code);
      return setBusy(false);
    }
    const { email, password } = wish;
    const signedIn = (await signInStaff({ email, password })) === 'signed-in';
    router.replace(signedIn ? '/staff' : '/staff/sign-in');
  };

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {trouble && (
        <Notice tone="stop" title={problemWords(trouble).title}>
          {problemWords(trouble).body}
        </Notice>
      )}
      <TextField label="Name of the store" name="storeName" required maxLength={60} />
      <TextField label="Your email" name="email" type="email" autoComplete="username" required />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint="At least ten characters"
      />
      <PickOne
        legend="Currency"
        choices={CURRENCIES.map((id) => ({ id, label: CURRENCY_FACTS[id].label }))}
        value={currency}
        onChange={setCurrency}
      />
      <Button type="submit" tone="go" size="large" busy={busy ? 'Setting up…' : undefined}>
        Open the store
      </Button>
    </form>
  );
}

/** @returns what is asked for, or the trouble with it: no set-up without a well-formed token. */
function readWish(form: HTMLFormElement, token: string, currency: string): Setup | ProblemCode {
  const wish = setupSchema.safeParse({
    token,
    storeName: formText(form, 'storeName'),
    email: formText(form, 'email'),
    password: formText(form, 'password'),
    currency,
  });
  if (wish.success) return wish.data;
  const tokenIsOff = wish.error.issues.some(({ path }) => path[0] === 'token');
  return tokenIsOff ? 'setup-closed' : 'invalid-request';
}
