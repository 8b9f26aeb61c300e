import 'server-only';
import { now } from '../../clock';
import { deletePasskey, type PasskeyOwner } from '../../db/passkeys-store';
import { done, refused, type Result } from '../../result';

/** From now on it signs nothing here. */
export async function removePasskey(owner: PasskeyOwner, id: string): Promise<Result<undefined>> {
  return (await deletePasskey(owner, id, now())) ? done(undefined) : refused('not-found');
}
