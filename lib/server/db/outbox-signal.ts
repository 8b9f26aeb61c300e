/** Next bundles what starts with the server apart from the routes; both see globalThis. */
const shared = globalThis as typeof globalThis & { smileOutboxWritten?: () => void };

/** Called by whatever has committed an outbox row in this process. */
export function outboxWritten(): void {
  shared.smileOutboxWritten?.();
}

/** @param listener replaces the one before; a process has one dispatcher. */
export function onOutboxWritten(listener: () => void): void {
  shared.smileOutboxWritten = listener;
}
