import { newUuid } from '@/lib/ids/uuid';
import type { TextMessageRow } from '../db/text-messages-store';
import { seal, unseal } from '../sealing/seal';

export interface TextMessage {
  /** E.164 */
  readonly to: string;
  readonly text: string;
}

type Life = Pick<TextMessageRow, 'createdAt' | 'expiresAt'>;

/** Sealed as it waits: neither the number nor a code in it can be read from the database. */
export function sealTextMessage(message: TextMessage, life: Life): TextMessageRow {
  const id = newUuid();
  const content = new TextEncoder().encode(JSON.stringify(message));
  return { id, ...seal(content, contextOf(id)), ...life };
}

/** @throws when the row was tampered with, or its key is not here */
export function openTextMessage(row: TextMessageRow): TextMessage {
  const content = new TextDecoder().decode(unseal(row, contextOf(row.id)));
  return JSON.parse(content) as TextMessage;
}

function contextOf(id: string): string {
  return `text-message:${id}`;
}
