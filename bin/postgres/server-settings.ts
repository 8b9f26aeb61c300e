import { Client } from 'pg';

/**
 * What the server's log may not hold: the values of a row (DETAIL: "Key (phone)=(+86…) already
 * exists"), of parameters, and the statement with its literals. The app logs its own errors.
 */
const QUIET_LOG = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const;

/** Given on the command line, so that they hold for a cluster of an earlier version as well. */
export function serverFlags(host: string, port: number): readonly string[] {
  const settings = {
    listen_addresses: host,
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...QUIET_LOG,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Whether a server that runs already was started with these flags, and not by an earlier version.
 *
 * @returns undefined when it does not say, because it does not let us in
 */
export async function hasQuietLog(url: string, timeoutMs: number): Promise<boolean | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: keyof typeof QUIET_LOG; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [Object.keys(QUIET_LOG)],
    );
    return rows.every(({ name, setting }) => QUIET_LOG[name] === setting);
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
