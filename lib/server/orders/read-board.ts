import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { StaffOrders } from '@/lib/api/staff';
import { now } from '../clock';
import { countOpenCases } from '../db/cases-store';
import { findStoreOrders } from '../db/orders-store';
import { findStore } from '../db/stores-store';
import { done, refused, type Result } from '../result';
import { listAlarms } from '../terminals/list-alarms';
import { staffOrderOf } from './staff-order';

const RECENT_MS = 12 * 60 * 60 * 1000;
const ORDERS_MAX = 200;

/** The board of a store: what is being worked on, and what was done in the last hours. */
export async function readBoard({
  storeId,
}: Pick<StaffActor, 'storeId'>): Promise<Result<StaffOrders>> {
  const since = new Date(now().getTime() - RECENT_MS);
  const [store, records, alarms, openCases] = await Promise.all([
    findStore(storeId),
    findStoreOrders(storeId, since, ORDERS_MAX),
    listAlarms(storeId),
    countOpenCases(storeId),
  ]);
  if (!store) return refused('not-found');
  const { name: storeName, channel } = store;
  return done({ storeName, channel, orders: records.map(staffOrderOf), alarms, openCases });
}
