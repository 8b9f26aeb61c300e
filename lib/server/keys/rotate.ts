import { setTimeout as sleep } from 'node:timers/promises';
import {
  countByMasterKey,
  findWrapped,
  replaceWrapped,
  WRAPPED_TABLES,
  type Rewrapped,
  type WrappedRow,
} from '../db/wrapped-keys-store';
import { rewrapKey } from '../sealing/seal';
import { keyIdOf } from '../sealing/key-ring';
import { masterKeys } from '../sealing/key-source';

const BATCH = 500;
/** Longer than an instance seals under an older key after the file changed, and commits it. */
const SETTLED_MS = 2_000;

export interface Rotation {
  readonly rewrapped: number;
  /** Wrapped keys that do not open under any master key that is here; they stay as they are. */
  readonly unreadable: number;
}

/**
 * Wraps every stored key under the current master key. What the keys seal is not touched, and
 * instances go on reading and writing meanwhile; cut short, it goes on where it is called again.
 *
 * @ensures no readable key is left under another master key, unless an instance uses one still
 */
export async function rewrapAll(onProgress: (rewrapped: number) => void): Promise<Rotation> {
  let rewrapped = 0;
  const sweep = async (): Promise<Rotation> => {
    let unreadable = 0;
    const before = rewrapped;
    for (const table of WRAPPED_TABLES) {
      let after: string | undefined;
      for (;;) {
        const rows = await findWrapped(table, after, BATCH);
        if (rows.length === 0) break;
        after = rows.at(-1)?.id;
        const fresh = rewrappedOf(rows);
        unreadable += fresh.unreadable;
        if (fresh.rows.length === 0) continue;
        rewrapped += await replaceWrapped(table, fresh.rows);
        onProgress(rewrapped);
      }
    }
    return { rewrapped: rewrapped - before, unreadable };
  };
  await sweep();
  for (;;) {
    await sleep(SETTLED_MS);
    const last = await sweep();
    if (last.rewrapped === 0) return { rewrapped, unreadable: last.unreadable };
  }
}

/** How many stored keys each master key wraps, by its id; `''` for those without a name. */
export async function masterKeyUse(): Promise<ReadonlyMap<string, number>> {
  const use = new Map<string, number>();
  for (const table of WRAPPED_TABLES) {
    for (const { keyId, count } of await countByMasterKey(table)) {
      use.set(keyId, (use.get(keyId) ?? 0) + count);
    }
  }
  return use;
}

function rewrappedOf(rows: readonly WrappedRow[]) {
  const [{ id: current }] = masterKeys();
  const fresh: Rewrapped[] = [];
  let unreadable = 0;
  for (const { id, wrappedKey, context } of rows) {
    if (keyIdOf(wrappedKey) === current) continue;
    try {
      fresh.push({ id, from: wrappedKey, to: rewrapKey(wrappedKey, context) });
    } catch {
      unreadable += 1;
    }
  }
  return { rows: fresh, unreadable };
}
