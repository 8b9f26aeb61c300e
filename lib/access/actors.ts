import type { Uuid } from '@/lib/ids/uuid';
import type { CurrencyCode } from '@/lib/money/currency';
import type { StaffRole } from './roles';

/** Who acts. What each may do is in `permissions.ts`; how each proves itself in lib/server/access. */
export type ActorKind = 'anyone' | 'shopper' | StaffRole | 'terminal' | 'guest' | 'operator';

/** Somebody who pays, signed in on the own phone. */
export interface ShopperActor {
  readonly id: string;
  readonly name: string;
  /** Of the wallet. */
  readonly currency: CurrencyCode;
  /** When the password was typed; a session lives longer than some things should wait for. */
  readonly signedInAt: Date;
}

/** A member of a store's staff, signed in on a tablet. Managers and the owner are some of them. */
export interface StaffActor {
  readonly id: string;
  readonly name: string;
  readonly storeId: string;
  readonly merchantId: string;
  readonly role: StaffRole;
}

/** Whoever runs the platform; works for no merchant. */
export interface OperatorActor {
  readonly id: string;
  readonly name: string;
}

/** A store's tablet at the counter: its cookie names it, and its key signs every request. */
export interface TerminalActor {
  readonly id: Uuid;
  readonly name: string;
  readonly storeId: string;
  readonly storeName: string;
  /** Whose key signs its requests and what it sees. */
  readonly deviceId: Uuid;
}

/** Whoever stands in front of a paying screen: the store's terminal, the own phone, or both. */
export interface GuestActor {
  readonly terminal: TerminalActor | null;
  readonly shopper: ShopperActor | null;
  /** Where the request comes from, as `addressOf` counts it. */
  readonly address: string;
}
