import { Fingerprint, KeyRound, QrCode, Smile, type LucideIcon } from 'lucide-react';
import type { WayToPay } from '@/lib/payments/ways';

export const WAY_ICONS: Record<WayToPay, LucideIcon> = {
  face: Smile,
  pin: KeyRound,
  passkey: Fingerprint,
  'own-phone': QrCode,
};
