import type { Transfer, TransferGroup } from './transfer';

/** A transfer as `ledger_post(batch jsonb)` reads it: the composite type `ledger_request`. */
export interface WireTransfer {
  readonly id: string;
  readonly kind: Transfer['kind'];
  readonly code: string;
  readonly reference_id?: string;
  readonly debit_account_id?: string;
  readonly credit_account_id?: string;
  readonly currency?: string;
  /** Minor units as text: a JSON number is a float. */
  readonly amount?: string;
  readonly pending_id?: string;
  readonly timeout_seconds?: number;
  /** Stands or falls with the next one. */
  readonly linked?: true;
}

/** One batch of groups, for `JSON.stringify` and `ledger_post`. */
export function toLedgerWire(groups: readonly TransferGroup[]): WireTransfer[] {
  return groups.flatMap((group) =>
    group.map((transfer, i) =>
      i < group.length - 1 ? { ...wireOf(transfer), linked: true as const } : wireOf(transfer),
    ),
  );
}

function wireOf(transfer: Transfer): WireTransfer {
  const { id, kind, code, referenceId } = transfer;
  const base = { id, kind, code, ...(referenceId && { reference_id: referenceId }) };
  switch (transfer.kind) {
    case 'posted':
      return { ...base, ...between(transfer) };
    case 'pending':
      return {
        ...base,
        ...between(transfer),
        ...(transfer.timeoutSeconds !== undefined && { timeout_seconds: transfer.timeoutSeconds }),
      };
    case 'post':
      return {
        ...base,
        pending_id: transfer.pendingId,
        ...(transfer.amount !== undefined && { amount: transfer.amount.toString() }),
      };
    case 'void':
    case 'expire':
      return { ...base, pending_id: transfer.pendingId };
    default:
      throw new TypeError(`no such kind: ${String(transfer satisfies never)}`);
  }
}

function between({
  debitAccountId,
  creditAccountId,
  amount,
}: Extract<Transfer, { debitAccountId: string }>) {
  return {
    debit_account_id: debitAccountId,
    credit_account_id: creditAccountId,
    currency: amount.currency,
    amount: amount.amount.toString(),
  };
}
