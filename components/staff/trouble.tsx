import type { TroubleProps } from '@/components/api/answered';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { problemWords } from '@/components/words/problems';

/** What went wrong, for staff and owner. */
export function Trouble({ code, action }: TroubleProps) {
  const { title, body } = problemWords(code);
  return (
    <Notice tone="stop" title={title}>
      <p>{body}</p>
      <div className="pt-2">
        {code === 'not-signed-in' ? (
          <LinkButton href="/staff/sign-in" tone="go">
            Sign in
          </LinkButton>
        ) : (
          action
        )}
      </div>
    </Notice>
  );
}
