import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AuthOptions } from 'next-auth';
import { NextResponse, type NextRequest } from 'next/server';
import type { z } from 'zod';
import { clientName } from '@/lib/access/client-name';
import {
  authFormSchema,
  authQuerySchema,
  SIGN_IN_FORMS,
  staysHere,
  type CsrfToken,
  type SignInProvider,
} from '@/lib/api/auth';
import type { ProblemCode } from '@/lib/api/problems';
import { runNextAuth } from '../access/run-next-auth';
import { admitted } from '../access/admission';
import { addressOf } from '../access/address';
import type { AuthAttempt } from '../access/auth-options';
import { isKnownBrowser } from '../access/known-device';
import { relyingPartyOf } from '../access/passkeys/relying-party';
import { sessionIdIn } from '../access/sessions';
import type { Audience } from '../db/sessions-store';
import { logFault } from '../log';
import { done, refused, type Failure } from '../result';
import { readForm, type ReadBody } from './body';
import { problemResponse } from './problem';

interface AuthContext {
  readonly params: Promise<{ nextauth: string[] }>;
}
type AuthRoute = (request: NextRequest, context: AuthContext) => Promise<Response>;

/** One next-auth instance. */
interface AuthConfig {
  readonly audience: Audience;
  readonly providers: readonly SignInProvider[];
  readonly options: (attempt: AuthAttempt) => AuthOptions;
}

/** Of whichever form it is. */
type Fields = z.output<typeof authQuerySchema> & Readonly<Record<string, string | undefined>>;

/** A token and a password are far smaller. */
export const FORM_BYTES_MAX = 16 * 1024;

/**
 * The endpoints of one next-auth instance: `GET csrf`, `POST callback/<provider>` and
 * `POST signout`. Its pages and everything else are not found. What comes is read, capped and
 * checked before next-auth sees it, and the answer is made here, because next-auth's own contains
 * the text of exceptions.
 */
export function authRoute(config: AuthConfig): AuthRoute {
  return async (request, context) => {
    const requestId = randomUUID();
    try {
      const { nextauth: path } = await context.params;
      const read = await readFields(config, request, path);
      if (!read.ok) return problemResponse(read.code, requestId, read);
      const cookieOf = (name: string) => request.cookies.get(name)?.value;
      const previousId = await sessionIdIn(config.audience, cookieOf);
      const attempt: AuthAttempt = {
        ...{ previousId, address: addressOf(request), cookieOf },
        client: clientName(request.headers.get('user-agent')),
        relyingParty: relyingPartyOf(request.headers.get('host') ?? ''),
      };
      const answer = await admittedIfSignIn(path, cookieOf, () =>
        ask(config, attempt, request, path, read.value),
      );
      return answer instanceof Response ? answer : problemResponse(answer.code, requestId, answer);
    } catch (error) {
      logFault(requestId, error);
      return problemResponse('internal', requestId);
    }
  };
}

/** Passwords that come from unknown browsers wait for their turn, and leave room for known ones. */
async function admittedIfSignIn(
  [action]: readonly string[],
  cookieOf: (name: string) => string | undefined,
  run: () => Promise<Response | Failure>,
): Promise<Response | Failure> {
  if (action !== 'callback') return run();
  const lane = isKnownBrowser(cookieOf) ? 'known' : 'stranger';
  const admission = await admitted(lane, async () => done(await run()));
  return admission.ok ? admission.value : admission;
}

/** @returns what next-auth is given; a problem when the endpoint or what came for it is none. */
async function readFields(
  { providers }: AuthConfig,
  request: NextRequest,
  path: readonly string[],
): Promise<ReadBody<Fields>> {
  const wrong = (code: ProblemCode, fields?: string[]) => ({ ok: false, code, fields }) as const;
  const schema = schemaOf(providers, request.method, path);
  if (!schema) return wrong('not-found');
  const query = authQuerySchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!query.success) return wrong('invalid-request');
  const form = schema === 'no-form' ? NO_FORM : await readForm(request, schema, FORM_BYTES_MAX);
  if (!form.ok) return form;
  const host = request.headers.get('host') ?? '';
  for (const { callbackUrl } of [query.data, form.value]) {
    if (callbackUrl !== undefined && !staysHere(callbackUrl, host)) {
      return wrong('invalid-request', ['callbackUrl']);
    }
  }
  return form;
}

const NO_FORM: ReadBody<Fields> = { ok: true, value: {}, bytes: new Uint8Array() };

function schemaOf(
  providers: readonly SignInProvider[],
  method: string,
  [action, name, ...more]: readonly string[],
) {
  if (more.length > 0) return undefined;
  if (method === 'POST' && action === 'callback') {
    const provider = providers.find((one) => one === name);
    return provider && SIGN_IN_FORMS[provider];
  }
  if (name !== undefined) return undefined;
  if (method === 'POST' && action === 'signout') return authFormSchema;
  return method === 'GET' && action === 'csrf' ? 'no-form' : undefined;
}

/** Runs next-auth and says what became of it in our words. @throws what was thrown in it */
async function ask(
  config: AuthConfig,
  attempt: AuthAttempt,
  request: NextRequest,
  path: readonly string[],
  { callbackUrl: _url, json: _json, ...fields }: Fields,
): Promise<Response | Failure> {
  const options = config.options(attempt);
  const ours = [options.cookies?.csrfToken?.name, options.cookies?.sessionToken?.name];
  const { body, redirect, setCookie } = await runNextAuth(
    {
      method: request.method === 'GET' ? 'GET' : 'POST',
      path,
      fields,
      cookies: Object.fromEntries(
        request.cookies
          .getAll()
          .flatMap(({ name, value }) => (ours.includes(name) ? [[name, value]] : [])),
      ),
      headers: Object.fromEntries(request.headers),
    },
    options,
  );
  if (attempt.outcome?.kind === 'fault') throw attempt.outcome.error;
  if (attempt.outcome?.kind === 'refused') return attempt.outcome.failure;
  // Without its token next-auth sends back to a page of its own.
  if (redirect && new URL(redirect).searchParams.has('csrf')) return refused('cross-site');
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of setCookie) {
    if (ours.includes(cookie.slice(0, cookie.indexOf('=')))) headers.append('set-cookie', cookie);
  }
  if (redirect) {
    const response = NextResponse.json({}, { headers });
    const { newDevice } = attempt;
    if (newDevice) response.cookies.set(newDevice.name, newDevice.value, newDevice.options);
    return response;
  }
  const { csrfToken } = body as Partial<CsrfToken>;
  if (!csrfToken) throw new TypeError('next-auth gave neither a token nor a redirect');
  return Response.json({ csrfToken }, { headers });
}
