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
  /** Earlier ones, which still unwrap; `npm run templates:rotate-key` keeps this list. */
  olderTemplateKeys: z.array(z.base64().length(44)).optional(),
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
  const file = secretsFile(dataDir);
  const existing = readIfPresent(file);
  if (existing !== undefined) return parseSecrets(existing, file);

  const secrets: Secrets = {
    sessionSecret: randomBytes(32).toString('base64url'),
    templateKey: randomBytes(32).toString('base64'),
    setupToken: randomBytes(18).toString('base64url'),
  };
  write(file, secrets);
  return secrets;
}

function secretsFile(dataDir: string): string {
  return path.join(dataDir, 'secrets.json');
}

/** Puts a new key in front; the one before stays, to unwrap. Running instances notice by themselves. */
export function addTemplateKey(dataDir: string): void {
  const secrets = readOrCreateSecrets(dataDir);
  write(secretsFile(dataDir), {
    ...secrets,
    templateKey: randomBytes(32).toString('base64'),
    olderTemplateKeys: [secrets.templateKey, ...(secrets.olderTemplateKeys ?? [])],
  });
}

/** @param keep whether something is still wrapped under this older key */
export function dropTemplateKeys(dataDir: string, keep: (key: Buffer) => boolean): void {
  const secrets = readOrCreateSecrets(dataDir);
  const older = secrets.olderTemplateKeys?.filter((key) => keep(Buffer.from(key, 'base64')));
  write(secretsFile(dataDir), { ...secrets, olderTemplateKeys: older });
}

/**
 * Which master keys a program of this installation uses: those of the environment, else the data
 * folder's.
 */
export function provideTemplateKeys(dataDir: string): void {
  const { TEMPLATE_KEY, TEMPLATE_KEY_COMMAND } = process.env;
  if (!TEMPLATE_KEY && !TEMPLATE_KEY_COMMAND) {
    process.env.TEMPLATE_KEY_FILE = secretsFile(dataDir);
  }
}

function write(file: string, secrets: Secrets): void {
  const draft = `${file}.${String(process.pid)}`;
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
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
