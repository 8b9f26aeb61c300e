import 'server-only';
import type { ShopperActor, StaffActor, TerminalActor } from '@/lib/access/actors';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { GuestActor } from '@/lib/access/actors';
import type { ProblemCode } from '@/lib/api/problems';
import { uuidSchema } from '@/lib/ids/uuid';
import { currentShopper } from '../access/sign-in-shopper';
import { currentStaff } from '../access/sign-in-staff';
import { currentTerminal } from '../access/terminal';
import { logFault } from '../log';
import { refused, type Result } from '../result';
import { addressOf } from '../access/address';
import { readBody } from './body';
import { isCrossSite } from './cross-site';
import { answerOnce } from './idempotency';
import { problemResponse, type ProblemDetails } from './problem';

interface Spec<B extends z.ZodType, P extends z.ZodType> {
  /** Schema of the JSON body; an action without one takes no body. */
  readonly body?: B;
  /** Schema of the path's parameters; what does not fit is not found. */
  readonly params?: P;
  /** Status of success; 200 unless told, 204 sends no body. */
  readonly status?: 200 | 201 | 204;
  /** `never` for answers that must not be kept, because they hold a secret. */
  readonly keepAnswer?: 'never';
}

interface Input<B extends z.ZodType, P extends z.ZodType> {
  readonly body: z.output<B>;
  readonly params: z.output<P>;
  readonly request: Request;
}

interface RouteContext {
  readonly params: Promise<Record<string, string | string[] | undefined>>;
}
export type Route = (request: Request, context: RouteContext) => Promise<Response>;

type Who<W> = (request: Request) => Promise<Result<W>>;
/** Whose idempotency keys these are; nobody's where everybody may ask. */
type KeysOf<W> = (who: W) => string | null;

export const paramsWithId = z.object({ id: uuidSchema });

const asAnyone: Who<null> = async () => ({ ok: true, value: null });

/** Anybody may ask. */
export const publicAction = actionOf(asAnyone, () => null);

/** Only a signed-in shopper. */
export const shopperAction = actionOf<ShopperActor>(async () => {
  const shopper = await currentShopper();
  return shopper ? { ok: true, value: shopper } : refused('not-signed-in');
}, ownKeys('shopper'));

/** Only a signed-in member of a store's staff. */
export const staffAction = actionOf<StaffActor>(async () => {
  const staff = await currentStaff();
  return staff ? { ok: true, value: staff } : refused('not-signed-in');
}, ownKeys('staff'));

/** Only a signed-in owner of the merchant. */
export const ownerAction = actionOf<StaffActor>(async () => {
  const staff = await currentStaff();
  if (!staff) return refused('not-signed-in');
  return staff.role === 'owner' ? { ok: true, value: staff } : refused('not-allowed');
}, ownKeys('staff'));

/** Only a paired terminal. */
export const terminalAction = actionOf<TerminalActor>(async () => {
  const terminal = await currentTerminal();
  return terminal ? { ok: true, value: terminal } : refused('terminal-not-paired');
}, ownKeys('terminal'));

/** A paired terminal or a signed-in shopper; the use case says which it needs. */
export const guestAction = actionOf<GuestActor>(
  async (request) => {
    const [terminal, shopper] = await Promise.all([currentTerminal(), currentShopper()]);
    return terminal || shopper
      ? { ok: true, value: { terminal, shopper, address: addressOf(request) } }
      : refused('not-signed-in');
  },
  ({ terminal, shopper }) => `terminal ${terminal?.id ?? '-'} shopper ${shopper?.id ?? '-'}`,
);

function ownKeys(kind: string): KeysOf<{ readonly id: string }> {
  return ({ id }) => `${kind} ${id}`;
}

/**
 * Makes the constructor of one kind of route: parse, authenticate, run one use case, map
 * its result. Whatever is thrown is a bug: logged with the request's id, answered as
 * `internal`.
 */
function actionOf<W>(who: Who<W>, keysOf: KeysOf<W>) {
  return <B extends z.ZodType = z.ZodUndefined, P extends z.ZodType = z.ZodUnknown>(
      spec: Spec<B, P>,
      run: (who: W, input: Input<B, P>) => Promise<Result<unknown>>,
    ): Route =>
    async (request, context) => {
      const requestId = randomUUID();
      const fail = (code: ProblemCode, details?: ProblemDetails) =>
        problemResponse(code, requestId, details);
      try {
        if (isCrossSite(request)) return fail('cross-site');
        const asking = await who(request);
        if (!asking.ok) return fail(asking.code);
        const params = (spec.params ?? z.unknown()).safeParse(await context.params);
        if (!params.success) return fail('not-found');
        const body = spec.body ? await readBody(request, spec.body) : NO_BODY;
        if (!body.ok) return fail(body.code, body);
        const input = { body: body.value, params: params.data, request } as Input<B, P>;
        const answer = async () => {
          const result = await run(asking.value, input);
          return result.ok ? success(result.value, spec.status ?? 200) : fail(result.code, result);
        };
        const keys = keysOf(asking.value);
        if (keys === null || request.method === 'GET' || spec.keepAnswer) return await answer();
        return await answerOnce(keys, request, body.bytes, answer, fail);
      } catch (error) {
        logFault(requestId, error);
        return fail('internal');
      }
    };
}

const NO_BODY = { ok: true, value: undefined, bytes: new Uint8Array() } as const;

/** A use case that makes a file has made its response. */
function success(value: unknown, status: 200 | 201 | 204): Response {
  if (value instanceof Response) return value;
  const headers = { 'cache-control': 'no-store' };
  return status === 204
    ? new Response(null, { status, headers })
    : Response.json(value, { status, headers });
}
