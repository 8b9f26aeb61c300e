import { execSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { MasterKeyError, parseKeyRing, type KeyRing } from './key-ring';

/**
 * Where an instance gets its master keys from; the first that is set:
 * TEMPLATE_KEY (the keys themselves), TEMPLATE_KEY_COMMAND (prints them, for a key service),
 * TEMPLATE_KEY_FILE (the data folder's secrets.json; what bin/start sets by default).
 */
interface Held {
  readonly source: string;
  /** Changes when other keys may be found. */
  readonly stamp: string;
  readonly ring: KeyRing;
  /** When the stamp was compared, and when the keys were read; in ms. */
  readonly lookedAt: number;
  readonly readAt: number;
}

const COMMAND = 'command';
const FILE_AGAIN_MS = 250;
const COMMAND_TIMEOUT_MS = 10_000;
/** A key that nobody has must not run the command for every row. */
const COMMAND_AGAIN_MS = 5_000;

const fileSchema = z.object({
  templateKey: z.string(),
  olderTemplateKeys: z.array(z.string()).default([]),
});

/** Next bundles what starts with the server apart from the routes; both see globalThis. */
const shared = globalThis as typeof globalThis & { smileKeyRing?: Held };

/**
 * The master keys: of a changed file the new ones, a moment later.
 *
 * @throws MasterKeyError when there are none, or they are no keys
 */
export function masterKeys(): KeyRing {
  const held = shared.smileKeyRing;
  const source = sourceOf();
  const fresh = held?.source === source && Date.now() - held.lookedAt < FILE_AGAIN_MS;
  return fresh ? held.ring : look(source, held);
}

/** Looks again at once: somebody met a key that is not among those held. */
export function masterKeysAgain(): KeyRing {
  const held = shared.smileKeyRing;
  const asked = sourceOf().startsWith(COMMAND) && held !== undefined;
  const again = asked && Date.now() - held.readAt > COMMAND_AGAIN_MS;
  return look(sourceOf(), again ? undefined : held);
}

function look(source: string, held: Held | undefined): KeyRing {
  const stamp = stampOf(source);
  const at = Date.now();
  const same = held?.stamp === stamp;
  shared.smileKeyRing = same
    ? { ...held, lookedAt: at }
    : { source, stamp, ring: read(), lookedAt: at, readAt: at };
  return shared.smileKeyRing.ring;
}

/** Which of the three is set, and to what. */
function sourceOf(): string {
  const { TEMPLATE_KEY, TEMPLATE_KEY_COMMAND, TEMPLATE_KEY_FILE } = process.env;
  if (TEMPLATE_KEY) return `key ${TEMPLATE_KEY}`;
  if (TEMPLATE_KEY_COMMAND) return `${COMMAND} ${TEMPLATE_KEY_COMMAND}`;
  return `file ${TEMPLATE_KEY_FILE}`;
}

function stampOf(source: string): string {
  const { TEMPLATE_KEY, TEMPLATE_KEY_COMMAND, TEMPLATE_KEY_FILE } = process.env;
  if (TEMPLATE_KEY || TEMPLATE_KEY_COMMAND || !TEMPLATE_KEY_FILE) return source;
  const file = statSync(TEMPLATE_KEY_FILE, { throwIfNoEntry: false, bigint: true });
  return `${source} ${String(file?.ino)} ${String(file?.mtimeNs)}`;
}

function read(): KeyRing {
  const { TEMPLATE_KEY, TEMPLATE_KEY_COMMAND, TEMPLATE_KEY_FILE } = process.env;
  if (TEMPLATE_KEY) return parseKeyRing(TEMPLATE_KEY, 'TEMPLATE_KEY');
  if (TEMPLATE_KEY_COMMAND) {
    return parseKeyRing(run(TEMPLATE_KEY_COMMAND), 'TEMPLATE_KEY_COMMAND');
  }
  if (TEMPLATE_KEY_FILE) return parseKeyRing(readKeyFile(TEMPLATE_KEY_FILE), TEMPLATE_KEY_FILE);
  throw new MasterKeyError(
    'There is no master key for the stored faces: start with bin/start, or set TEMPLATE_KEY.',
  );
}

/** What the command says on standard error is for its owner, and never repeated here. */
function run(command: string): string {
  try {
    return execSync(command, {
      encoding: 'utf8',
      timeout: COMMAND_TIMEOUT_MS,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch {
    throw new MasterKeyError('TEMPLATE_KEY_COMMAND did not give a master key within 10 seconds.');
  }
}

function readKeyFile(file: string): string {
  try {
    const { templateKey, olderTemplateKeys } = fileSchema.parse(
      JSON.parse(readFileSync(file, 'utf8')),
    );
    return [templateKey, ...olderTemplateKeys].join(',');
  } catch {
    throw new MasterKeyError(`The master key for the stored faces cannot be read from ${file}.`);
  }
}
