import { isAtLeast, type StaffRole } from '@/lib/access/roles';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';

/** Payments that guests say they did not make; managers have a look. */
export function CasesNotice({ open, role }: { readonly open: number; readonly role: StaffRole }) {
  if (open === 0) return null;
  const title =
    open === 1
      ? 'A guest says that a payment was not theirs'
      : `Guests say that ${open} payments were not theirs`;
  return (
    <div className="px-4 pt-4">
      <Notice title={title}>
        {isAtLeast(role, 'manager') ? (
          <LinkButton href="/merchant/cases">Have a look</LinkButton>
        ) : (
          <p>Please tell your manager.</p>
        )}
      </Notice>
    </div>
  );
}
