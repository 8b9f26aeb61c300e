import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import { getServerSession } from 'next-auth/next';
import Credentials from 'next-auth/providers/credentials';
import { now } from '../clock';
import { findStaffByEmail, findStaffById } from '../db/stores-store';
import { endStreamsOf } from '../events/open-streams';
import { failedTooOften, forgetFailures, noteFailure } from './failures';
import { verifySecret } from './password';
import { sessionOptions } from './session';

export function staffAuth(): AuthOptions {
  return {
    ...sessionOptions('staff'),
    pages: { signIn: '/staff/sign-in' },
    events: { signOut: ({ token }) => endStreamsOf(token.sub ?? '') },
    providers: [
      Credentials({
        id: 'staff',
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => signIn(credentials?.email, credentials?.password),
      }),
    ],
  };
}

/** Whether they still work at the store that they signed in to. */
export async function isStillStaff({ id, storeId }: StaffActor): Promise<boolean> {
  return (await findStaffById(id))?.storeId === storeId;
}

/** @returns who is signed in on this tablet, as the database knows them now. */
export async function currentStaff(): Promise<StaffActor | null> {
  const id = (await getServerSession(staffAuth()))?.user.id;
  return id ? findStaffById(id) : null;
}

async function signIn(emailAsTyped = '', password = ''): Promise<{ id: string } | null> {
  const email = emailAsTyped.trim().toLowerCase();
  const subject = `password:${email}`;
  if (await failedTooOften(subject, now())) return null;
  const staff = await findStaffByEmail(email);
  if (!(await verifySecret(staff?.passwordHash, password)) || !staff) {
    await noteFailure(subject, now());
    return null;
  }
  await forgetFailures(subject);
  return { id: staff.id };
}
