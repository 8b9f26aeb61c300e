import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { Link } from './use-orders';

/** Says when the board may be old; nothing while it is live. */
export function LinkNotice({ link }: { readonly link: Link }) {
  if (link === 'lost') {
    return (
      <div className="px-4 pt-4">
        <Notice tone="stop" title="The connection is gone">
          What you see may be old. We keep trying.
        </Notice>
      </div>
    );
  }
  if (link === 'signed-out') {
    return (
      <div className="space-y-3 px-4 pt-4">
        <Notice tone="stop" title="You are signed out">
          Sign in again to see new orders.
        </Notice>
        <LinkButton href="/staff/sign-in" tone="go">
          Sign in
        </LinkButton>
      </div>
    );
  }
  return null;
}
