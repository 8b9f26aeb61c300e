import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { PROOF_HEADER } from '@/lib/access/request-proof';
import type { PlaceOrder, PlacedOrder } from '@/lib/api/orders';
import type { Authorize, BeginPayment, PayByPin, PaymentChallenge } from '@/lib/api/payments';
import type { ChallengeLength } from '@/lib/liveness/challenge';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';

/** ¥16 asks for a short challenge, ¥230 for a long one, and a plain screen for a thorough one. */
const BASKETS: Readonly<Record<ChallengeLength, PlaceOrder['lines']>> = {
  short: [{ productId: 'lemonade', quantity: 1 }],
  long: [{ productId: 'roast-chicken', quantity: 5 }],
  thorough: [{ productId: 'lemonade', quantity: 1 }],
};

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** What pays, or does not. */
export interface Authorized {
  readonly payment: { readonly status: string };
}

/** @returns a proof that the counter's key signs for this request. */
export type Prove = (path: string, body: string) => Promise<string>;

/** The counter's real HTTP API, with whatever cookies the context has. */
export class Shop {
  /** @param prove left out for who is no counter */
  constructor(
    private readonly request: APIRequestContext,
    private readonly prove?: Prove,
  ) {}

  /** @throws when the order is refused: nothing that is measured here may cause that. */
  async order(length: ChallengeLength): Promise<PlacedOrder> {
    const answer = await this.ask<PlacedOrder>('/api/orders', {
      id: randomUUID(),
      paymentId: randomUUID(),
      storeId: DEMO_RESTAURANT.storeId,
      channel: 'counter',
      lines: BASKETS[length],
    } satisfies PlaceOrder);
    if (!answer.ok) throw new Error(`no order: ${answer.code}`);
    return answer.value;
  }

  begin(
    paymentId: string,
    digits: string,
    length: ChallengeLength,
  ): Promise<Answer<PaymentChallenge>> {
    const screen = length === 'thorough' ? 'plain' : 'coloured';
    const body = { digits, screen } satisfies BeginPayment;
    return this.ask(`/api/payments/${paymentId}/challenge`, body);
  }

  /** @param evidence normally a JWS; what an attacker likes otherwise. */
  authorize(
    paymentId: string,
    challengeId: string,
    evidence: Authorize['evidence'] | object,
  ): Promise<Answer<Authorized>> {
    return this.ask(`/api/payments/${paymentId}/authorize`, { challengeId, evidence });
  }

  payByPin(paymentId: string, body: PayByPin): Promise<Answer<Authorized>> {
    return this.ask(`/api/payments/${paymentId}/pin`, body);
  }

  /** So that what was not paid waits for nobody. */
  async cancel(paymentId: string): Promise<void> {
    await this.ask(`/api/payments/${paymentId}/cancel`, {});
  }

  async topUp(yuan: number): Promise<void> {
    const amount = { amount: String(yuan * 100), currency: 'CNY' };
    const answer = await this.ask('/api/me/top-ups', { id: randomUUID(), amount });
    if (!answer.ok) throw new Error(`no money: ${answer.code}`);
  }

  private async ask<T>(path: string, data: unknown): Promise<Answer<T>> {
    const sent = JSON.stringify(data);
    const response = await this.request.post(path, {
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        ...(this.prove && { [PROOF_HEADER]: await this.prove(path, sent) }),
      },
      data: sent,
      // The server ends idle connections; the key makes a second try harmless.
      maxRetries: 2,
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok()) return { ok: true, value: body as T };
    return { ok: false, code: (body as { code?: string }).code ?? String(response.status()) };
  }
}

/** The one thing that counts: whether somebody's money is held for this payment. */
export function isHeld(answer: Answer<Authorized>): boolean {
  return answer.ok && ['authorized', 'captured'].includes(answer.value.payment.status);
}

export function reasonOf(answer: Answer<Authorized>): string {
  return answer.ok ? answer.value.payment.status : answer.code;
}
