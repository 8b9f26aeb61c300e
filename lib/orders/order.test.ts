import { describe, expect, it } from 'vitest';
import { CHANNELS, transition, type OrderEvent, type OrderState } from './order';

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

const BOTH = CHANNELS;

/** The whole machine, with the channels that each step belongs to; what is not listed is refused. */
const ALLOWED: Record<string, readonly [channels: readonly string[], next: OrderState]> = {
  'open paid': [BOTH, { kind: 'waiting', paidAt: at }],
  'open cancel': [BOTH, { kind: 'cancelled', cancelledAt: at }],
  'waiting accept': [BOTH, { kind: 'accepted', paidAt, acceptedAt: at }],
  'waiting reject': [BOTH, { kind: 'rejected', reason: 'too-busy', rejectedAt: at }],
  'waiting lapse': [BOTH, { kind: 'lapsed', lapsedAt: at }],
  'accepted ready': [['counter'], { kind: 'ready', paidAt, readyAt: at }],
  'accepted dispatch': [['online'], { kind: 'dispatched', paidAt, dispatchedAt: at }],
  'accepted receive': [['online'], { kind: 'received', paidAt, receivedAt: at }],
  'dispatched receive': [['online'], { kind: 'received', paidAt, receivedAt: at }],
  'ready pick-up': [['counter'], { kind: 'picked-up', paidAt, pickedUpAt: at }],
};

describe.each(CHANNELS)('an order (%s)', (channel) => {
  for (const state of Object.values(STATES)) {
    for (const event of EVENTS) {
      const name = `${state.kind} ${event.kind}`;
      const [channels, next] = ALLOWED[name] ?? [];
      const expected =
        next && channels?.includes(channel)
          ? { ok: true, value: next }
          : { ok: false, code: 'wrong-state' };
      it(`${name} → ${expected.ok ? next?.kind : 'wrong-state'}`, () => {
        expect(transition({ channel, state }, event)).toEqual(expected);
      });
    }
  }
});

it('an order remembers to its end what could not be served', () => {
  const steps: OrderEvent[] = [
    { kind: 'accept', at, unavailable: [2] },
    { kind: 'ready', at },
    { kind: 'pick-up', at },
  ];
  let state = STATES.waiting;
  for (const step of steps) {
    const next = transition({ channel: 'counter', state }, step);
    if (!next.ok) throw new Error(`${step.kind} was refused`);
    state = next.value;
  }
  expect(state).toEqual({ kind: 'picked-up', paidAt, pickedUpAt: at, unavailable: [2] });
});
