import type { TerminalActor } from '@/lib/access/actors';
import { forgetTerminal } from '../access/terminal';
import { now } from '../clock';
import { revokeTerminal } from '../db/terminals-store';
import { type Result, done } from '../result';

export async function unpairThisTerminal({ id }: TerminalActor): Promise<Result<undefined>> {
  await revokeTerminal(id, now(), { kind: 'terminal', id });
  await forgetTerminal();
  return done(undefined);
}
