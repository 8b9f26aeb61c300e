import { redirect } from 'next/navigation';
import { currentOperator } from '@/lib/server/access/sign-in-operator';

/** Whoever is not signed in is sent to the door. */
export async function requireOperator() {
  const operator = await currentOperator();
  if (!operator) redirect('/operator/sign-in');
  return operator;
}
