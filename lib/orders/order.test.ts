import { describe, expect, it } from 'vitest';
import { transition, type OrderEvent, type OrderState } from './order';

const at = '2026-11-22T12:00:00.000Z';
const paidAt = '2026-11-22T11:59:00.000Z';

const STATES: Record<OrderState['kind'], OrderState> = {
  open: { kind: 'open' },
  waiting: { kind: 'waiting', paidAt },
  accepted: { kind: 'accepted', paidAt, acceptedAt: paidAt },
  ready: { kind: 'ready', paidAt, readyAt: paidAt },
  'picked-up': { kind: 'picked-up', paidAt, pickedUpAt: paidAt },
  dispatched: { kind: 'dispatched', paidAt, dispatchedAt: paidAt },
  received: { kind: 'received', paidAt, receivedAt: paidAt },
  rejected: { kind: 'rejected', reason: 'sold-out', rejectedAt: paidAt },
  cancelled: { kind: 'cancelled', cancelledAt: paidAt },
  lapsed: { kind: 'lapsed', lapsedAt: paidAt },
};

const EVENTS: readonly OrderEvent[] = [
  { kind: 'paid', at },
  { kind: 'accept', at },
  { kind: 'reject', at, reason: 'too-busy' },
  { kind: 'ready', at },
  { kind: 'pick-up', at },
  { kind: 'dispatch', at },
  { kind: 'receive', at },
  { kind: 'cancel', at },
  { kind: 'lapse', at },
];

/** The whole machine; what is not listed is refused. */
const ALLOWED: Record<string, OrderState> = {
  'open paid': { kind: 'waiting', paidAt: at },
  'open cancel': { kind: 'cancelled', cancelledAt: at },
  'waiting accept': { kind: 'accepted', paidAt, acceptedAt: at },
  'waiting reject': { kind: 'rejected', reason: 'too-busy', rejectedAt: at },
  'waiting lapse': { kind: 'lapsed', lapsedAt: at },
  'accepted ready': { kind: 'ready', paidAt, readyAt: at },
  'accepted dispatch': { kind: 'dispatched', paidAt, dispatchedAt: at },
  'accepted receive': { kind: 'received', paidAt, receivedAt: at },
  'dispatched receive': { kind: 'received', paidAt, receivedAt: at },
  'ready pick-up': { kind: 'picked-up', paidAt, pickedUpAt: at },
};

describe('an order', () => {
  for (const state of Object.values(STATES)) {
    for (const event of EVENTS) {
      const name = `${state.kind} ${event.kind}`;
      const expected = ALLOWED[name];
      it(`${name} → ${expected?.kind ?? 'refused'}`, () => {
        expect(transition(state, event)).toEqual(expected);
      });
    }
  }

  it('remembers to its end what could not be served', () => {
    const steps: OrderEvent[] = [
      { kind: 'accept', at, unavailable: [2] },
      { kind: 'ready', at },
      { kind: 'pick-up', at },
    ];
    let state: OrderState | undefined = STATES.waiting;
    for (const step of steps) state = state && transition(state, step);
    expect(state).toEqual({ kind: 'picked-up', paidAt, pickedUpAt: at, unavailable: [2] });
  });
});
