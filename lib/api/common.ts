import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';

/** Ids that clients make: UUIDs, best v7, so that they sort by time. */
export const idSchema = uuidSchema;

/** A wrong PIN costs a try, so it is checked for shape before it is counted. */
export const pinSchema = z.string().regex(/^\d{6}$/);

/** Whether the screen may take on colours while it looks: `plain` where less motion is wished. */
export const screenSchema = z.enum(['coloured', 'plain']);
export type Screen = z.infer<typeof screenSchema>;

/** Actions that need no more than their address. */
export const emptySchema = z.strictObject({});
