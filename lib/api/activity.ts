import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import {
  ACTIVITY_KINDS,
  PLATFORM_KINDS,
  type ActorKindOfEntry,
  type AuditAction,
} from '@/lib/audit/actions';

/**
 * GET /api/merchant/activity/:day (owners): who did what on a day of the shop, the newest first.
 * `?person=<id>` of staff only, `?kind=<kind>` of one kind only, `?before=<next>` the next page.
 * GET /api/merchant/activity/:day/csv: all pages of it for a spreadsheet (RFC 4180).
 * The same under /api/operator/activity (operators): what happened to accounts and operators, by UTC.
 */
export const activityQuerySchema = z.object({
  person: uuidSchema.optional(),
  kind: z.enum([...ACTIVITY_KINDS, ...PLATFORM_KINDS]).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type ActivityQuery = z.infer<typeof activityQuerySchema>;

export interface ActivityEntry {
  readonly id: string;
  readonly at: string;
  readonly action: AuditAction;
  readonly by: {
    readonly kind: ActorKindOfEntry;
    /** Of staff and counters, as they were called then; guests and shoppers have none here. */
    readonly name: string | null;
  };
  readonly storeName: string | null;
  /** What was called out, where it is about an order. */
  readonly ticket: number | null;
  readonly details: Readonly<Record<string, string>>;
}

export interface ActivityView {
  readonly day: string;
  readonly timeZone: string;
  readonly entries: readonly ActivityEntry[];
  /** `before` of the next page; null: there is none. */
  readonly next: string | null;
  /** Whoever of the staff did something on that day. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}
