'use client';

import { usePathname } from 'next/navigation';
import type { TroubleProps } from '@/components/api/answered';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { signInPath } from './next-path';
import { phoneWords } from './phone-words';

/** What went wrong, in kind words, read out at once. */
export function ProblemNotice({ code, action }: TroubleProps) {
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
    <Notice tone={code === 'wait-a-little' ? 'plain' : 'stop'} title={title}>
      <p>{body}</p>
      {wayOn && <div className="pt-2">{wayOn}</div>}
    </Notice>
  );
}
