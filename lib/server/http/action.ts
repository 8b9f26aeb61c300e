import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { GuestActor, StaffActor } from '@/lib/access/actors';
import { isAtLeast, type StaffRole } from '@/lib/access/roles';
import { PERMISSIONS, type ActorOf, type Actors, type RouteName } from '@/lib/access/permissions';
import type { ProblemCode } from '@/lib/api/problems';
import { uuidSchema } from '@/lib/ids/uuid';
import { currentShopper } from '../access/sign-in-shopper';
import { currentOperator } from '../access/sign-in-operator';
import { currentStaff } from '../access/sign-in-staff';
import type { BodyBytes } from '../access/prove-terminal';
import { currentTerminal } from '../access/terminal';
import { logFault } from '../log';
import { done, refused, type Result } from '../result';
import { addressOf } from '../access/address';
import { bodyBytesOf, readBody } from './body';
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

/** How a kind of actor proves itself, and whose idempotency keys theirs are. */
interface ActorSource<W> {
  readonly who: (request: Request, bodyBytes: BodyBytes) => Promise<Result<W>>;
  /** Null where everybody may ask: nobody's keys are kept. */
  readonly keysOf: (who: W) => string | null;
}

export const paramsWithId = z.object({ id: uuidSchema });

const ACTOR_SOURCES: { readonly [K in keyof Actors]: ActorSource<Actors[K]> } = {
  anyone: { who: async () => done(null), keysOf: () => null },
  shopper: {
    who: async () => knownOr(await currentShopper(), 'not-signed-in'),
    keysOf: ownKeys('shopper'),
  },
  staff: staffFrom('staff'),
  manager: staffFrom('manager'),
  owner: staffFrom('owner'),
  terminal: {
    who: currentTerminal,
    keysOf: ownKeys('terminal'),
  },
  operator: {
    who: async () => knownOr(await currentOperator(), 'not-signed-in'),
    keysOf: ownKeys('operator'),
  },
  guest: {
    who: currentGuest,
    keysOf: ({ terminal, shopper }) =>
      `terminal ${terminal?.id ?? '-'} shopper ${shopper?.id ?? '-'}`,
  },
};

/** The terminal, the shopper or both; a terminal that does not prove to be it does not count. */
async function currentGuest(request: Request, bodyBytes: BodyBytes): Promise<Result<GuestActor>> {
  const [asking, shopper] = await Promise.all([
    currentTerminal(request, bodyBytes),
    currentShopper(),
  ]);
  const address = addressOf(request);
  if (asking.ok) return done({ terminal: asking.value, shopper, address });
  // A wrong proof is told, also to a shopper: the tablet is there to mend it.
  const claimsToBeTerminal = !['terminal-not-paired', 'proof-required'].includes(asking.code);
  if (shopper && !claimsToBeTerminal) return done({ terminal: null, shopper, address });
  return asking.code === 'terminal-not-paired' ? refused('not-signed-in') : asking;
}

function staffFrom(needed: StaffRole): ActorSource<StaffActor> {
  return {
    who: async () => {
      const staff = await currentStaff();
      if (!staff) return refused('not-signed-in');
      return isAtLeast(staff.role, needed) ? done(staff) : refused('not-allowed');
    },
    keysOf: ownKeys('staff'),
  };
}

function knownOr<W>(actor: W | null, code: ProblemCode): Result<W> {
  return actor ? done(actor) : refused(code);
}

function ownKeys(kind: string): (who: { readonly id: string }) => string {
  return ({ id }) => `${kind} ${id}`;
}

/**
 * Makes a route: lets in whom the permissions name for it, parses, runs one use case and maps its
 * result. Whatever is thrown is a bug: logged with the request's id, answered as `internal`.
 */
export function action<
  R extends RouteName,
  B extends z.ZodType = z.ZodUndefined,
  P extends z.ZodType = z.ZodUnknown,
>(
  route: R,
  spec: Spec<B, P>,
  run: (who: ActorOf<R>, input: Input<B, P>) => Promise<Result<unknown>>,
): Route {
  // Both are indexed by the same kind of actor, which TypeScript does not see through the table.
  const source = ACTOR_SOURCES[PERMISSIONS[route]] as ActorSource<ActorOf<R>>;
  return async (request, context) => {
    const requestId = randomUUID();
    const fail = (code: ProblemCode, details?: ProblemDetails) =>
      problemResponse(code, requestId, details);
    try {
      if (isCrossSite(request)) return fail('cross-site');
      const bodyBytes = spec.body ? bodyBytesOf(request) : noBytes;
      const asking = await source.who(request, bodyBytes);
      if (!asking.ok) return fail(asking.code);
      const params = (spec.params ?? z.unknown()).safeParse(await context.params);
      if (!params.success) return fail('not-found');
      const body = spec.body ? await readBody(request, bodyBytes, spec.body) : NO_BODY;
      if (!body.ok) return fail(body.code, body);
      const input = { body: body.value, params: params.data, request } as Input<B, P>;
      const answer = async () => {
        const result = await run(asking.value, input);
        return result.ok ? success(result.value, spec.status ?? 200) : fail(result.code, result);
      };
      const keys = source.keysOf(asking.value);
      if (keys === null || request.method === 'GET' || spec.keepAnswer) return await answer();
      return await answerOnce(keys, request, body.bytes, answer, fail);
    } catch (error) {
      logFault(requestId, error);
      return fail('internal');
    }
  };
}

const noBytes = () => Promise.resolve(done(new Uint8Array()));
const NO_BODY = { ok: true, value: undefined, bytes: new Uint8Array() } as const;

/** A use case that makes a file has made its response. */
function success(value: unknown, status: 200 | 201 | 204): Response {
  if (value instanceof Response) return value;
  const headers = { 'cache-control': 'no-store' };
  return status === 204
    ? new Response(null, { status, headers })
    : Response.json(value, { status, headers });
}
