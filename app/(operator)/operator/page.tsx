import type { Metadata } from 'next';
import { OperatorView } from '@/components/operator/operator-view';
import { requireOperator } from './require-operator';

export const metadata: Metadata = { title: 'To decide' };

export default async function OperatorPage() {
  const { name } = await requireOperator();
  return <OperatorView name={name} />;
}
