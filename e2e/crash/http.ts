import { setTimeout as sleep } from 'node:timers/promises';
import { PROOF_HEADER } from '@/lib/access/request-proof';
import { claimsOf, signProof } from '@/lib/liveness/request-proof.fixture';
import type { TestDevice } from '@/lib/liveness/device.fixture';

/** Longer than the slowest answer of a busy app. */
const TIMEOUT_MS = 15_000;

/** Somebody's cookies at one app, and a tablet's key. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  /** Signs every request, once this is a paired tablet. */
  device: TestDevice | undefined;

  /** @param address whose it says to be, to an app that trusts a proxy in front of it */
  constructor(
    readonly origin: string,
    readonly address?: string,
    readonly timeoutMs = TIMEOUT_MS,
  ) {}

  /** Signs in as the pages do: next-auth takes forms with its own token. */
  async signIn(base: string, provider: string, fields: Record<string, string>): Promise<void> {
    const form = await this.signInForm(base, fields);
    const status = await this.trySignIn(base, provider, form);
    if (status !== 200) throw new Error(`cannot sign in: ${status}`);
  }

  /** What the sign-in page sends; it may be sent again. */
  async signInForm(base: string, fields: Record<string, string>): Promise<URLSearchParams> {
    const csrf = await this.#fetch(`${base}/csrf`, { method: 'GET' });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    return new URLSearchParams({ ...fields, csrfToken, json: 'true' });
  }

  /** @returns the status: 200, 401 for a wrong password, anything else when it was not judged. */
  async trySignIn(base: string, provider: string, body: URLSearchParams): Promise<number> {
    const answer = await this.#fetch(`${base}/callback/${provider}`, { method: 'POST', body });
    await answer.arrayBuffer();
    return answer.status;
  }

  /** As the `Cookie` header has them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One try. @throws when nobody answers */
  async ask(method: string, path: string, body: unknown, key: string): Promise<Answer> {
    const response = await this.#fetch(path, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
  }

  /** Tries until there is an answer that is not a fault: what a client with ids may do. */
  async insist(method: string, path: string, body: unknown, key: string): Promise<Insisted> {
    for (let retries = 0; ; retries += 1) {
      const answer = await this.ask(method, path, body, key).catch(() => undefined);
      if (answer && answer.status < 500 && !isBusy(answer)) return { ...answer, retries };
      await sleep(50);
    }
  }

  async #fetch(path: string, init: Sent): Promise<Response> {
    const headers = new Headers({ ...init.headers, cookie: this.cookie });
    if (this.address) headers.set('x-forwarded-for', this.address);
    const signal = AbortSignal.timeout(this.timeoutMs);
    const url = this.origin + path;
    if (this.device) {
      const sent = typeof init.body === 'string' ? init.body : '';
      headers.set(PROOF_HEADER, await signProof(claimsOf(init.method, url, sent), this.device));
    }
    const response = await fetch(url, { ...init, headers, signal, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}

type Sent = Pick<RequestInit, 'body'> & {
  readonly method: string;
  readonly headers?: Record<string, string>;
};

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Insisted = Answer & { readonly retries: number };

/** The one who had the key before us died with it; it is free again a quarter of a minute later. */
function isBusy({ status, body }: Answer): boolean {
  return status === 409 && (body as { code?: string }).code === 'idempotency-key-in-use';
}
