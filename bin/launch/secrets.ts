import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, StartFailure } from './failure';

const secretsSchema = z.strictObject({
  /** Signs the sessions. */
  sessionSecret: z.string().min(32),
  /** Seals the keys that face templates are sealed with: 32 bytes in base64. */
  templateKey: z.base64().length(44),
  /** Opens /setup while there is no merchant yet. */
  setupToken: z.string().min(20),
});

export type Secrets = z.infer<typeof secretsSchema>;

/**
 * The installation's secrets, made at the first start and kept for good: without `templateKey`
 * every stored face is unreadable.
 *
 * @requires `dataDir` exists and is writable.
 * @ensures the file is readable by its owner only, and complete or absent, never half written.
 * @throws StartFailure when a file is there that cannot be read; it is never replaced.
 */
export function readOrCreateSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const existing = readIfPresent(file);
  if (existing !== undefined) return parseSecrets(existing, file);

  const secrets: Secrets = {
    sessionSecret: randomBytes(32).toString('base64url'),
    templateKey: randomBytes(32).toString('base64'),
    setupToken: randomBytes(18).toString('base64url'),
  };
  const draft = `${file}.${String(process.pid)}`;
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
  return secrets;
}

function readIfPresent(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new StartFailure(`The secrets in ${file} cannot be read (${codeOf(error) ?? '?'}).`);
  }
}

function parseSecrets(text: string, file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new StartFailure(
      `The secrets in ${file} are damaged: put a backup back (without them stored faces are lost).`,
    );
  }
}
