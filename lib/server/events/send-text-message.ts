import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import { now } from '../clock';
import { deleteTextMessage, findTextMessage, TEXT_MESSAGE_TOPIC } from '../db/text-messages-store';
import { env } from '../env';
import type { Subscriber } from './dispatcher';
import { openTextMessage, type TextMessage } from './text-message';

const PATIENCE_MS = 10_000;
const payloadSchema = z.object({ messageId: uuidSchema });

/**
 * Hands text messages to the gateway at `SMS_URL`. A message is sent at least once: the gateway
 * knows a second try by its `webhook-id`. Where there is no gateway, messages wait for the demo's
 * inbox until they expire.
 */
export const textMessages: Subscriber = {
  name: 'text-messages',
  deliver: async ({ topic, payload }) => {
    const { SMS_URL: url, SMS_SECRET: secret } = env();
    if (topic !== TEXT_MESSAGE_TOPIC || !url || !secret) return;
    const row = await findTextMessage(payloadSchema.parse(payload).messageId, now());
    if (!row) return;
    await post(url, secret, row.id, openTextMessage(row));
    await deleteTextMessage(row.id);
  },
};

/**
 * As https://www.standardwebhooks.com signs: HMAC-SHA-256 over id, time and body.
 *
 * @throws when the gateway does not answer 2xx; the dispatcher tries again
 */
async function post(url: string, secret: string, id: string, message: TextMessage): Promise<void> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature.digest('base64')}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the gateway for text messages answered ${response.status}`);
}
