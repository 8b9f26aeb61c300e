import net from 'node:net';
import { isThisMachine } from '@/lib/server/private-address';
import { codeOf, StartFailure } from './failure';

const CONNECT_TIMEOUT_MS = 5_000;

/** What PostgreSQL answers (SQLSTATE) when an address is right but what it asks for is not there. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'does not accept this user and password',
  '28000': 'does not let this user in from here',
  '3D000': 'has no database of this name',
  '42501': 'does not let this user create tables',
  '53300': 'has no connection left',
  '57P03': 'is still starting or stopping',
};

/** Asked before anything else: a wrong address otherwise shows only after minutes of building. */
export async function requireReachable(databaseUrl: string): Promise<void> {
  const { protocol, hostname, port } = parseAddress(databaseUrl);
  if (!/^postgres(ql)?:$/.test(protocol)) {
    throw new StartFailure('DATABASE_URL must begin with postgresql://.');
  }
  // Without a host name the driver uses a socket in the file system or its own environment.
  if (hostname === '') return;
  const code = await connect(hostname.replace(/^\[|\]$/g, ''), Number(port || 5432));
  if (code === undefined) return;
  throw new StartFailure(
    `DATABASE_URL points at ${hostname}:${port || '5432'}, where no PostgreSQL answers (${code}).`,
  );
}

/** The sentence for an error of the database itself; other errors are returned as they are. */
export function explainDatabaseError(error: unknown, databaseUrl: string): unknown {
  const refusal = REFUSALS[codeOf(error) ?? ''];
  if (refusal === undefined) return error;
  const { host, pathname, username } = parseAddress(databaseUrl);
  return new StartFailure(
    `The PostgreSQL at ${host}${pathname} ${refusal} (user ${username || 'not given'}): check DATABASE_URL.`,
  );
}

/** Modes in which the driver asks for TLS; without one of them it asks for none. */
const TLS_MODES = ['require', 'verify-ca', 'verify-full'];

/** @returns a sentence when what is asked of the database could be read on the way to it */
export function databaseAdvice(databaseUrl: string): string | undefined {
  const { hostname, searchParams } = parseAddress(databaseUrl);
  const mode = searchParams.get('sslmode') ?? '';
  if (hostname === '' || isThisMachine(hostname) || TLS_MODES.includes(mode)) return undefined;
  return `The way to the database at ${hostname} is not encrypted: add sslmode=verify-full to DATABASE_URL.`;
}

function parseAddress(databaseUrl: string): URL {
  if (!URL.canParse(databaseUrl)) {
    throw new StartFailure(
      'DATABASE_URL is not an address: it should read postgresql://user:password@host:5432/name.',
    );
  }
  return new URL(databaseUrl);
}

/** @returns undefined when something listens there, else why not. */
function connect(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const settle = (code: string | undefined) => {
      socket.destroy();
      resolve(code);
    };
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => settle('ETIMEDOUT'));
    socket.once('connect', () => settle(undefined));
    socket.once('error', (error) => settle(codeOf(error) ?? error.message));
  });
}
