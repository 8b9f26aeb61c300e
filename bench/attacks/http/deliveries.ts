import { hashIntent } from '@/lib/intents/intent';
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { EvidenceWire } from '@/lib/liveness/evidence';
import { encodeDescriptor } from '@/lib/liveness/evidence';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import { randomDescriptor } from '../forge';
import type { Lab } from '../lab';
import { Shop } from '../shop';
import { EDITS } from './edits';
import { signWithFreshKey, withHeader, withPayload } from './jws';
import { untouched, type Delivery, type Live } from './tampering';

export type Prepare = (live: Live) => Promise<Delivery>;

/** Each class of field in turn, under the signature that was made before the change. */
export function edited(lab: Lab): Prepare[] {
  const edits = Object.values(EDITS);
  return repeated(lab.variants, edits.length, (index) => async (live) => {
    const change = (payload: unknown) => edits[index]?.(payload as EvidenceWire);
    return atHome(lab, live, withPayload(live.signed, change));
  });
}

/** To a payment that it was not made for, of the same amount or of a larger one. */
export function forAnother(lab: Lab, what: 'payment' | 'amount'): Prepare[] {
  const variants = [
    // The other payment's own challenge, answered with this one's evidence.
    async (live: Live, paymentId: string, digits: string): Promise<Delivery> => {
      const begun = await lab.counter.shop.begin(paymentId, digits, live.length);
      const challengeId = begun.ok ? begun.value.id : randomUUID();
      return untouched(lab.counter, paymentId, challengeId, live.signed);
    },
    // This challenge, carried over.
    async (live: Live, paymentId: string): Promise<Delivery> =>
      untouched(lab.counter, paymentId, live.challenge.id, live.signed),
    // The intent rewritten to it, under the old signature.
    async (live: Live, paymentId: string): Promise<Delivery> => {
      const { intent } = live.challenge;
      const intentHash = hashIntent({ ...intent, paymentId } as typeof intent);
      const change = (payload: Record<string, unknown>) => Object.assign(payload, { intentHash });
      return untouched(lab.counter, paymentId, live.challenge.id, withPayload(live.signed, change));
    },
  ];
  return repeated(lab.variants, variants.length, (index) => async (live) => {
    const larger = live.length === 'short' ? 'long' : 'short';
    const { payment } = await lab.counter.shop.order(what === 'amount' ? larger : live.length);
    const { phone } = await lab.shoppers.of('ana');
    const prepare = variants[index] ?? variants[0];
    if (!prepare) throw new Error('no such variant');
    return prepare(live, payment.id, phone);
  });
}

/** Signed by a real tablet of the same store, which this payment was not begun at. */
export function fromAnotherDevice(lab: Lab): Prepare[] {
  const { other } = lab;
  const own = (live: Live) => live.challenge.deviceId;
  const variants: Prepare[] = [
    async (live) => atHome(lab, live, await other.sign(live.evidence)),
    async (live) => atHome(lab, live, await other.sign(live.evidence, own(live))),
    async (live) => fromOther(live, await other.sign(live.evidence)),
    async (live) => fromOther(live, live.signed),
    async (live) => fromOther(live, await other.sign(live.evidence, own(live))),
  ];
  function fromOther(live: Live, evidence: string): Delivery {
    return untouched(other, live.paymentId, live.challenge.id, evidence);
  }
  return repeated(lab.variants, variants.length, (index) => variants[index] ?? never);
}

/** @param bare without any cookie. */
export function withoutDevice(lab: Lab, bare: APIRequestContext): Prepare[] {
  const nobody = new Shop(bare);
  const header = (change: (header: Record<string, unknown>) => void) => async (live: Live) =>
    atHome(lab, live, withHeader(live.signed, change));
  const variants: Prepare[] = [
    async (live) => atHome(lab, live, live.evidence),
    async (live) => atHome(lab, live, unsigned(live.signed)),
    async (live) => {
      const none = withHeader(live.signed, (fields) => Object.assign(fields, { alg: 'none' }));
      return atHome(lab, live, unsigned(none));
    },
    header((fields) => Object.assign(fields, { alg: 'HS256' })),
    header((fields) => Object.assign(fields, { kid: randomUUID() })),
    header((fields) => Object.assign(fields, { typ: SIGNED_TYPES.greeting })),
    header((fields) => Object.assign(fields, { jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } })),
    async (live) =>
      atHome(lab, live, await signWithFreshKey(live.evidence, live.challenge.deviceId)),
    async (live) => atHome(lab, live, await signWithFreshKey(live.evidence, randomUUID())),
    async ({ paymentId, challenge, signed }) => ({
      by: nobody,
      paymentId,
      challengeId: challenge.id,
      evidence: signed,
    }),
  ];
  return repeated(lab.variants, variants.length, (index) => variants[index] ?? never);
}

/** Somebody's genuine trace under other numbers, by whoever does not have the tablet. */
export function othersDescriptors(lab: Lab): Prepare[] {
  const swapped = (live: Live): EvidenceWire => ({
    ...live.evidence,
    descriptors: live.evidence.descriptors.map((described) => ({
      ...described,
      values: encodeDescriptor(randomDescriptor(lab.random)),
    })),
  });
  const variants: Prepare[] = [
    async (live) => {
      const { descriptors } = swapped(live);
      const change = (payload: Record<string, unknown>) => Object.assign(payload, { descriptors });
      return atHome(lab, live, withPayload(live.signed, change));
    },
    async (live) => {
      const forged = await signWithFreshKey(swapped(live), live.challenge.deviceId);
      return atHome(lab, live, forged);
    },
    async (live) => atHome(lab, live, await lab.other.sign(swapped(live))),
  ];
  return repeated(lab.variants, variants.length, (index) => variants[index] ?? never);
}

function atHome({ counter }: Lab, live: Live, evidence: string | object): Delivery {
  return untouched(counter, live.paymentId, live.challenge.id, evidence);
}

function unsigned(jws: string): string {
  return `${jws.split('.').slice(0, 2).join('.')}.`;
}

function repeated(count: number, of: number, make: (index: number) => Prepare): Prepare[] {
  return Array.from({ length: count }, (_, i) => make(i % of));
}

const never: Prepare = async () => {
  throw new Error('no such variant');
};
