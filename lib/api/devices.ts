import { z } from 'zod';
import { publicKeySchema } from '@/lib/access/device-key';
import type { Uuid } from '@/lib/ids/uuid';
import { idSchema } from './common';

/**
 * POST /api/me/devices → 201 {@link RegisteredDevice}: the own phone's key, within five minutes
 * of a sign-in. DELETE /api/me/devices/:id → 204 lets go of it.
 */
export const registerDeviceSchema = z.strictObject({
  publicKey: publicKeySchema,
  /** What this browser was before; it is revoked, so that one phone does not fill the places. */
  replaces: idSchema.optional(),
});
export type RegisterDevice = z.input<typeof registerDeviceSchema>;
export interface RegisteredDevice {
  readonly id: Uuid;
}
