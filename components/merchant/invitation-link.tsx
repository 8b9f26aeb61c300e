'use client';

import type { InvitationMade } from '@/lib/api/members';
import { QrCode } from '@/components/counter/qr-code';
import { CopyValue } from '@/components/start/copy-value';
import { Card } from '@/components/ui/card';

/** Shown once, to be sent or held before a phone. After the `#` it reaches no server's log. */
export function InvitationLink({ invitation }: { readonly invitation: InvitationMade }) {
  const { name, token } = invitation;
  const link = `${window.location.origin}/join#${token}`;
  return (
    <Card aria-label={`Link for ${name}`}>
      <div className="flex flex-wrap items-center gap-6">
        <div className="w-40">
          <QrCode text={link} label={`QR code of the link for ${name}`} />
        </div>
        <div className="min-w-0 grow basis-64 space-y-2">
          <h2 className="text-xl font-extrabold">For {name} alone</h2>
          <p className="text-ink-soft">
            Whoever opens it first joins the store. It works once, for three days, and is not shown
            again.
          </p>
          <dl>
            <CopyValue label="Link" value={link} />
          </dl>
        </div>
      </div>
    </Card>
  );
}
