import { z } from 'zod';
import { isPrivateAddress } from './private-address';

const envSchema = z.object({
  DATABASE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32),
  /** The address that people type; `bin/serve.mjs` answers to its host. */
  NEXTAUTH_URL: z.url().optional(),
  SMILE_HTTPS: z.enum(['0', '1']).default('0'),
  SMILE_DEMO: z.enum(['0', '1']).default('0'),
  /** The gateway that sends text messages, and what its requests are signed with. */
  SMS_URL: z.url().refine(isPrivateAddress, 'not https').optional(),
  SMS_SECRET: z.string().min(24).optional(),
  /** Days that a face is kept after it last paid, or was enrolled. */
  FACE_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(3 * 365),
  /** Opens /setup of an empty installation. */
  SMILE_SETUP_TOKEN: z.string().min(16).optional(),
});

export type Env = z.infer<typeof envSchema>;

/** Messages are never sent unsigned. */
const completeSchema = envSchema.refine(({ SMS_URL, SMS_SECRET }) => !SMS_URL || SMS_SECRET, {
  path: ['SMS_SECRET'],
  message: 'SMS_URL needs SMS_SECRET',
});

let checked: Env | undefined;

/** Checked on first use, so that a build needs no secrets. @throws when a variable is wrong. */
export function env(): Env {
  checked ??= completeSchema.parse(process.env);
  return checked;
}

/** Whether cookies may be marked as for encrypted connections only. */
export function isHttps(): boolean {
  const { NEXTAUTH_URL, SMILE_HTTPS } = env();
  return SMILE_HTTPS === '1' || Boolean(NEXTAUTH_URL?.startsWith('https:'));
}

export function isDemo(): boolean {
  return env().SMILE_DEMO === '1';
}
