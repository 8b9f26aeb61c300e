'use client';

import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { joinSchema, type Joined } from '@/lib/api/members';
import type { ProblemCode } from '@/lib/api/problems';
import { request } from '@/components/api/request';
import { signInOperator, signInStaff } from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { formText } from '@/components/ui/form-text';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';

const AUDIENCES = {
  staff: { path: '/api/staff/join', signIn: signInStaff, home: '/staff', door: '/staff/sign-in' },
  operator: {
    path: '/api/operator/join',
    signIn: signInOperator,
    home: '/operator',
    door: '/operator/sign-in',
  },
} as const;

/** Whoever was invited chooses a password. The link's secret is in the part that stays in the browser. */
export function JoinForm({ audience }: { readonly audience: keyof typeof AUDIENCES }) {
  const { path, signIn, home, door } = AUDIENCES[audience];
  const router = useRouter();
  const [trouble, setTrouble] = useState<ProblemCode | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = window.location.hash.slice(1);
    const password = formText(event.currentTarget, 'password');
    const wish = joinSchema.safeParse({ token, password });
    if (!wish.success) {
      const isToken = wish.error.issues.some(({ path }) => path[0] === 'token');
      return setTrouble(isToken ? 'invitation-invalid' : 'weak-password');
    }
    setBusy(true);
    const answer = await request<Joined>('POST', path, wish.data);
    if (!answer.ok) {
      setTrouble(answer.problem.code);
      return setBusy(false);
    }
    const { email } = answer.value;
    const signedIn = (await signIn({ email, password })) === 'signed-in';
    router.replace(signedIn ? home : door);
  };
  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {trouble && (
        <Notice tone="stop" title={problemWords(trouble).title}>
          {problemWords(trouble).body}
        </Notice>
      )}
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint="At least ten characters"
      />
      <Button type="submit" tone="go" size="large" busy={busy ? 'Joining…' : undefined}>
        Join
      </Button>
    </form>
  );
}
