'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import type { ProblemCode } from '@/lib/api/problems';
import type { TroubleProps } from '@/components/api/answered';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { signInAgainPath, signInPath } from './next-path';
import { phoneWords } from './phone-words';

/** What went wrong, in kind words, read out at once. */
export function ProblemNotice({ code, action }: TroubleProps) {
  const path = usePathname();
  const { title, body } = phoneWords(code);
  const signIn = signInWay(code, path);
  const wayOn = signIn ? (
    <LinkButton href={signIn} tone="go">
      Sign in
    </LinkButton>
  ) : (
    action
  );
  return (
    <Notice tone={code === 'wait-a-little' ? 'plain' : 'stop'} title={title}>
      <p>{body}</p>
      {wayOn && <div className="pt-2">{wayOn}</div>}
    </Notice>
  );
}

/** Where a sign-in mends it; back here afterwards. */
function signInWay(code: ProblemCode, here: string): Route | undefined {
  if (code === 'not-signed-in') return signInPath(here);
  if (code === 'device-unknown' || code === 'sign-in-again') return signInAgainPath(here);
  return undefined;
}
