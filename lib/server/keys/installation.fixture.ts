import { randomBytes } from 'node:crypto';

/** For tests without a database: keyed hashes work, templates and receipts do not. */
export function installForHashes(): void {
  Object.assign(globalThis, { smileInstallation: { derivation: randomBytes(32) } });
}
