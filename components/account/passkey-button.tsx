import { Fingerprint } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { usePasskeySignIn } from './use-passkey-sign-in';

/** Beside the password, where the browser has passkeys. */
export function PasskeyButton({ isOffered, busy, signIn }: ReturnType<typeof usePasskeySignIn>) {
  if (!isOffered) return null;
  return (
    <Button
      size="large"
      className="w-full"
      busy={busy ? 'One moment…' : undefined}
      onClick={() => void signIn()}
    >
      <Fingerprint aria-hidden="true" />
      Use a passkey
    </Button>
  );
}
