'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { signInPath } from './next-path';
import { phoneWords } from './phone-words';

export interface ProblemNoticeProps {
  readonly code: ProblemCode;
  /** The way on, where the words alone are none. */
  readonly action?: ReactNode;
}

/** What went wrong, in kind words, read out at once. */
export function ProblemNotice({ code, action }: ProblemNoticeProps) {
  const path = usePathname();
  const { title, body } = phoneWords(code);
  const wayOn =
    code === 'not-signed-in' ? (
      <LinkButton href={signInPath(path)} tone="go">
        Sign in
      </LinkButton>
    ) : (
      action
    );
  return (
    <Notice tone="stop" title={title}>
      <p>{body}</p>
      {wayOn && <div className="pt-2">{wayOn}</div>}
    </Notice>
  );
}
