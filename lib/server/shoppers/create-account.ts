import 'server-only';
import { newUuid } from '@/lib/ids/uuid';
import { hashSecret } from '../access/password';
import { secretWork } from '../access/secret-work';
import { now } from '../clock';
import { findWalletCurrency } from '../db/merchants-store';
import { insertShopper } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

export interface NewAccount {
  /** E.164; proven to be theirs. */
  readonly phone: string;
  readonly name: string;
  readonly password: string;
}

/** An account with an empty wallet; of several at once with one number one is made. */
export async function createAccount({
  phone,
  name,
  password,
}: NewAccount): Promise<Result<undefined>> {
  const hashed = await secretWork('stranger', () => hashSecret(password));
  if (!hashed.ok) return hashed;
  const createdAt = now();
  const isNew = await insertShopper({
    id: newUuid(),
    ...{ phone, name, passwordHash: hashed.value, createdAt, phoneProvenAt: createdAt },
    currency: await findWalletCurrency(),
  });
  return isNew ? done(undefined) : refused('number-has-account');
}
