import 'server-only';
import type { OperatorActor } from '@/lib/access/actors';
import type { CaseDecision } from '@/lib/api/cases';
import type { OperatorCase, OperatorCaseDetail, OperatorCases } from '@/lib/api/operator';
import type { Uuid } from '@/lib/ids/uuid';
import { giveBackCase } from '../cases/give-back-case';
import { merchantCaseOf } from '../cases/merchant-cases';
import { now } from '../clock';
import { findAttempts } from '../db/assessments-store';
import { findCase, findCases, refuseCase, type PaymentCaseRow } from '../db/cases-store';
import { done, refused, type Result } from '../result';

export async function listCases(): Promise<Result<OperatorCases>> {
  return done({ cases: (await findCases(null)).map(operatorCaseOf) });
}

export async function readCase(paymentId: Uuid): Promise<Result<OperatorCaseDetail>> {
  const row = await findCase(paymentId);
  if (!row) return refused('not-found');
  return done({ ...operatorCaseOf(row), attempts: await findAttempts(paymentId) });
}

/** The money goes back, or it stays and the payer reads why. Of several at once the first counts. */
export async function decideCase(
  { id }: OperatorActor,
  paymentId: Uuid,
  decision: CaseDecision,
): Promise<Result<undefined>> {
  const by = { kind: 'operator', id } as const;
  if (decision.outcome === 'refunded') return giveBackCase(paymentId, by);
  if (await refuseCase(paymentId, decision, by, now())) return done(undefined);
  return refused((await findCase(paymentId)) ? 'wrong-state' : 'not-found');
}

function operatorCaseOf(row: PaymentCaseRow): OperatorCase {
  return { ...merchantCaseOf(row), payee: row.payee };
}
