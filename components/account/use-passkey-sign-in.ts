'use client';

import { useEffect, useRef, useState } from 'react';
import { knowsPasskeys, signInByPasskey } from '@/components/api/passkeys';
import type { SignInOutcome } from '@/components/api/session';

/**
 * Offers passkeys beside the password: by a button, and among what the browser fills in.
 *
 * @param signInWith a function of a module; undefined: nothing is offered
 */
export function usePasskeySignIn(
  signInWith: ((response: string) => Promise<SignInOutcome>) | undefined,
  onOutcome: (outcome: SignInOutcome) => void,
) {
  const [isOffered, setOffered] = useState(false);
  const [busy, setBusy] = useState(false);
  const tell = useRef(onOutcome);
  useEffect(() => {
    tell.current = onOutcome;
  });

  useEffect(() => {
    let gone = false;
    const offer = async () => {
      if (!signInWith || !knowsPasskeys()) return;
      setOffered(true);
      const outcome = await signInByPasskey('autofill', signInWith);
      if (outcome && !gone) tell.current(outcome);
    };
    void offer();
    return () => {
      gone = true;
    };
  }, [signInWith]);

  const signIn = async () => {
    if (!signInWith) return;
    setBusy(true);
    const outcome = await signInByPasskey('asked', signInWith);
    setBusy(false);
    if (outcome) tell.current(outcome);
  };
  return { isOffered, busy, signIn };
}
