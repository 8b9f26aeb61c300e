import { z } from 'zod';

const clientDataSchema = z.object({ challenge: z.string().max(200) });

/**
 * The challenge that a browser says was signed, to find it by; that it was signed is verified after.
 *
 * @returns empty for what is no client data
 */
export function challengeIn(clientDataJSON: string): string {
  try {
    const text = Buffer.from(clientDataJSON, 'base64url').toString('utf8');
    return clientDataSchema.parse(JSON.parse(text)).challenge;
  } catch {
    return '';
  }
}
