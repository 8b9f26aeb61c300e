'use client';

import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import type { AskConfirmation } from '@/lib/api/confirmations';
import type { Passkeys } from '@/lib/api/passkeys';
import type { ProblemCode } from '@/lib/api/problems';
import { knowsPasskeys, signByPasskey, type Signed } from '@/components/api/passkeys';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';

export interface UsePasskeyProps {
  readonly asks: AskConfirmation;
  /** While what was signed is carried out. */
  readonly busy: boolean;
  readonly onSigned: (given: { readonly passkey: Signed }) => Promise<void>;
  readonly onProblem: (problem: ProblemCode) => void;
}

/** Beside the password, for whoever has a passkey. */
export function UsePasskey({ asks, busy, onSigned, onProblem }: UsePasskeyProps) {
  const { answer } = useAnswer<Passkeys>('/api/me/passkeys');
  const [asking, setAsking] = useState(false);
  const hasOne = answer?.ok && answer.value.passkeys.length > 0;
  if (!hasOne || !knowsPasskeys()) return null;

  async function sign() {
    setAsking(true);
    const signed = await signByPasskey('/api/me/confirmations', asks);
    if (signed.ok) await onSigned({ passkey: signed.value });
    else onProblem(signed.problem.code);
    setAsking(false);
  }
  return (
    <Button
      className="w-full"
      disabled={busy && !asking}
      busy={asking ? 'One moment…' : undefined}
      onClick={() => void sign()}
    >
      <Fingerprint aria-hidden="true" className="size-5" />
      Use a passkey
    </Button>
  );
}
