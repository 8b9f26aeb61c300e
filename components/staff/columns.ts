import type { StaffOrder } from '@/lib/api/staff';

export const COLUMNS = ['new', 'preparing', 'ready', 'done'] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * Sorts the orders into the board's columns. Work waits oldest first; what is done
 * shows the latest first. Orders that nobody has paid are not the staff's business.
 */
export function intoColumns(
  orders: readonly StaffOrder[],
): Readonly<Record<Column, readonly StaffOrder[]>> {
  const columns: Record<Column, StaffOrder[]> = { new: [], preparing: [], ready: [], done: [] };
  for (const entry of orders) {
    const column = columnOf(entry);
    if (column) columns[column].push(entry);
  }
  for (const column of COLUMNS) {
    columns[column].sort((a, b) => startOf(a).localeCompare(startOf(b)));
  }
  columns.done.reverse();
  return columns;
}

/** @returns the list with this order's newest state in its place. */
export function replaceOrder(
  orders: readonly StaffOrder[],
  changed: StaffOrder,
): readonly StaffOrder[] {
  return orders.map((entry) => (entry.order.id === changed.order.id ? changed : entry));
}

/** When the guest's wait began: ISO 8601, server time. */
export function startOf({ order }: StaffOrder): string {
  return 'paidAt' in order.state ? order.state.paidAt : order.createdAt;
}

function columnOf({ order }: StaffOrder): Column | undefined {
  switch (order.state.kind) {
    case 'waiting':
      return 'new';
    case 'accepted':
      return 'preparing';
    case 'ready':
    case 'dispatched':
      return 'ready';
    case 'picked-up':
    case 'received':
    case 'rejected':
    case 'lapsed':
      return 'done';
    case 'open':
    case 'cancelled':
      return undefined;
    default:
      return order.state satisfies never;
  }
}
