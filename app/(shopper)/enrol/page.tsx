import type { Metadata } from 'next';
import { EnrolJourney } from '@/components/shopper/enrol-journey';
import { nextPath } from '@/components/shopper/next-path';
import { PhonePage } from '@/components/shopper/page';
import { requireShopper } from '../require-shopper';

export const metadata: Metadata = { title: 'Add your face' };

interface EnrolPageProps {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function EnrolPage({ searchParams }: EnrolPageProps) {
  const next = nextPath([(await searchParams).next].flat()[0], '/wallet');
  await requireShopper(`/enrol?next=${encodeURIComponent(next)}`);
  return (
    <PhonePage>
      <EnrolJourney next={next} />
    </PhonePage>
  );
}
