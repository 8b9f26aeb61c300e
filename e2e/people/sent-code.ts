import type { Inbox } from '@/lib/api/demo';

/** The latest code that was sent to a number, with or without its country. */
export function codeIn(messages: Inbox['messages'], phone: string): string {
  const message = messages.find(({ to }) => to.endsWith(phone));
  const code = /\d{6}/.exec(message?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no code came to this number');
  return code;
}
