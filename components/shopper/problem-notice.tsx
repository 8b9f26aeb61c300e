import type { ReactNode } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import { problemWords } from '@/components/words/problems';
import { Notice } from '@/components/ui/notice';

export interface ProblemNoticeProps {
  readonly code: ProblemCode;
  /** The way on, where the words alone are none. */
  readonly action?: ReactNode;
}

/** What went wrong, in kind words, read out at once. */
export function ProblemNotice({ code, action }: ProblemNoticeProps) {
  const { title, body } = problemWords(code);
  return (
    <Notice tone="stop" title={title}>
      <p>{body}</p>
      {action && <div className="pt-2">{action}</div>}
    </Notice>
  );
}
