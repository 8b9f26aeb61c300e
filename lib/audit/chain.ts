import { createHash } from 'node:crypto';

/** An entry's row as it was written, in the texts that PostgreSQL prints. */
export interface AuditRow {
  readonly id: string;
  readonly scopeId: string;
  readonly position: string;
  readonly storeId: string | null;
  /** Whole microseconds since 1970. */
  readonly atMicros: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly details: string;
  readonly hash: Uint8Array;
}

/** A chain's row: how many entries it must have, and the hash of the last. */
export interface AuditChainRow {
  readonly scopeId: string;
  readonly entries: string;
  readonly head: Uint8Array;
}

/**
 * The hash that an entry must carry: SHA-256 over the hash of the entry before it in its chain and
 * this one's content. prisma/functions/audit_entry_apply.sql makes the same; it is written twice on
 * purpose, because the check must not trust the function that it checks (docs/decisions/0050).
 */
function auditHash(previous: Uint8Array, row: AuditRow): Buffer {
  return createHash('sha256').update(previous).update(contentOf(row), 'utf8').digest();
}

function contentOf(row: AuditRow): string {
  const fields = [
    ...[row.id, row.scopeId, row.storeId, row.atMicros, row.actorKind, row.actorId, row.actorName],
    ...[row.action, row.subjectKind, row.subjectId, row.details],
  ];
  return [...fields.map(withLength), row.position].join(',');
}

/** With its length in bytes, so that no two contents read the same. */
function withLength(field: string | null): string {
  return field === null ? '-' : `${Buffer.byteLength(field)}:${field}`;
}

/**
 * Follows the chains. Every method returns the first fault that it sees, in words that name the row,
 * or undefined.
 *
 * @requires `enter` in the order of scope and position
 */
export class AuditRecount {
  private readonly reached = new Map<string, { entries: bigint; head: Uint8Array }>();

  constructor(private readonly chains: readonly AuditChainRow[]) {
    for (const { scopeId } of chains) {
      this.reached.set(scopeId, { entries: 0n, head: new Uint8Array() });
    }
  }

  enter(row: AuditRow): string | undefined {
    const chain = this.reached.get(row.scopeId);
    if (!chain) return `audit entry ${row.id}: its chain does not exist`;
    const hash = auditHash(chain.head, row);
    if (BigInt(row.position) !== chain.entries + 1n || !hash.equals(row.hash)) {
      return `audit entry ${row.id}: its hash does not fit its content and the entry before it`;
    }
    chain.entries += 1n;
    chain.head = hash;
    return undefined;
  }

  compareChains(): string | undefined {
    for (const { scopeId, entries, head } of this.chains) {
      const reached = this.reached.get(scopeId);
      if (BigInt(entries) !== reached?.entries || !Buffer.from(head).equals(reached.head)) {
        return `audit chain ${scopeId}: its last entry is missing, the chain ends elsewhere`;
      }
    }
    return undefined;
  }
}
