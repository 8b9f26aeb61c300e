import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody's cookies at one app. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** Signs in as the pages do: next-auth takes forms with its own token. */
  async signIn(base: string, provider: string, fields: Record<string, string>): Promise<void> {
    const csrf = await this.#fetch(`${base}/csrf`, { method: 'GET' });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' });
    const answer = await this.#fetch(`${base}/callback/${provider}`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`cannot sign in: ${answer.status}`);
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

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie };
    const signal = AbortSignal.timeout(15_000);
    const url = this.origin + path;
    const response = await fetch(url, { ...init, headers, signal, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Insisted = Answer & { readonly retries: number };

/** The one who had the key before us died with it; it is free again a quarter of a minute later. */
function isBusy({ status, body }: Answer): boolean {
  return status === 409 && (body as { code?: string }).code === 'idempotency-key-in-use';
}
