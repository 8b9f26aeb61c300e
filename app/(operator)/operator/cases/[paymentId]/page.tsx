import type { Metadata } from 'next';
import { CaseView } from '@/components/operator/case-view';
import { requireOperator } from '../../require-operator';

export const metadata: Metadata = { title: 'Not made by the guest' };

interface CasePageProps {
  readonly params: Promise<{ paymentId: string }>;
}

export default async function CasePage({ params }: CasePageProps) {
  await requireOperator();
  return <CaseView paymentId={(await params).paymentId} />;
}
