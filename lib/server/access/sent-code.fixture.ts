import { now } from '../clock';
import { findTextMessages } from '../db/text-messages-store';
import { openTextMessage } from '../events/text-message';

/** The latest code that was sent to this number, as its owner reads it. @param phone E.164 */
export async function codeSentTo(phone: string): Promise<string> {
  const rows = await findTextMessages(now(), 1_000);
  const message = rows.map(openTextMessage).find(({ to }) => to === phone);
  const code = /\d{6}/.exec(message?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no code was sent');
  return code;
}
