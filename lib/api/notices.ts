import type { MoneyWire } from '@/lib/money/wire';

/** What a person is told without having asked. */
export const NOTICE_TOPICS = [
  'payment.capture',
  'payment.void',
  'payment.refund',
  'case.refused',
  'face.enrolled',
  'face.changed',
  'face.expired',
  'face.remembered',
  'face.new-pictures',
  'face.held',
  'face.cleared',
  'limits.raised',
  'pin.refused',
  'password.refused',
  'password.changed',
  'phone.changed',
  'passkey.added',
  'passkey.removed',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export interface NoticeView {
  readonly id: string;
  readonly topic: NoticeTopic;
  /** Who was paid, or at whose counter it happened; null when it is not about a shop. */
  readonly payee: string | null;
  readonly amount: MoneyWire | null;
  /** Of the own payment; null when it is not about one. */
  readonly paymentId: string | null;
  readonly at: string;
  readonly unread: boolean;
}

/**
 * GET /api/me/notices → newest first, at most 20.
 * POST /api/me/notices/read (empty object) → 204: all of them were seen.
 */
export interface Notices {
  readonly notices: readonly NoticeView[];
}
