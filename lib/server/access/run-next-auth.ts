import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';

export interface AuthRequest {
  readonly method: 'GET' | 'POST';
  /** E.g. `['callback', 'shopper']`. */
  readonly path: readonly string[];
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AuthAnswer {
  readonly body: unknown;
  /** Where next-auth would send a browser. */
  readonly redirect: string | null;
  readonly setCookie: readonly string[];
}

/**
 * Runs next-auth on what was read and checked already. Its handler for Next's pages router takes
 * the parts of a request one by one, while that for the app router would read the body itself, of
 * any size and type.
 */
export async function runNextAuth(asked: AuthRequest, options: AuthOptions): Promise<AuthAnswer> {
  const request = {
    method: asked.method,
    query: { nextauth: [...asked.path] },
    body: asked.fields,
    cookies: asked.cookies,
    headers: asked.headers,
  };
  const answer = new CollectedAnswer();
  await (NextAuth as unknown as PagesHandler)(
    request as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    options,
  );
  return answer;
}

type PagesHandler = (
  request: NextApiRequest,
  response: NextApiResponse,
  options: AuthOptions,
) => Promise<void>;

/** As much of Next's response as next-auth writes to. Its status is nothing to go by. */
class CollectedAnswer implements AuthAnswer {
  body: unknown;
  redirect: string | null = null;
  setCookie: string[] = [];

  status(): this {
    return this;
  }

  getHeader(name: string): string[] | undefined {
    return name === 'Set-Cookie' ? this.setCookie : undefined;
  }

  setHeader(name: string, value: string | string[]): this {
    if (name === 'Set-Cookie') this.setCookie = [value].flat();
    if (name === 'Location') this.redirect = String(value);
    return this;
  }

  send(body: unknown): void {
    this.body = body;
  }

  end(): void {
    // A redirect has no body.
  }
}
