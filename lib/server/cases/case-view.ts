import type { CaseView } from '@/lib/api/cases';
import type { CaseRow } from '../db/cases-store';

export function caseViewOf({ paymentId, openedAt, decidedAt, outcome, reason }: CaseRow): CaseView {
  return {
    ...{ paymentId, outcome, reason },
    openedAt: openedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
