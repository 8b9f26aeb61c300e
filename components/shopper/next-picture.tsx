import { Check, Lamp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export interface NextPictureProps {
  readonly missing: number;
  /** The last picture looked like an earlier one. */
  readonly alike: boolean;
  readonly onNext: () => void;
  readonly onSkip: () => void;
}

const WORDS = {
  other: {
    title: 'Turn around once',
    body: 'Let the light come from another side: a window, a lamp, the next room. Then we know you anywhere.',
  },
  alike: {
    title: 'That one looks just like the last',
    body: 'Walk a few steps to another window or lamp. The more it differs, the better we know you.',
  },
} as const;

/** Between two pictures: other light, and how many are to come. */
export function NextPicture({ missing, alike, onNext, onSkip }: NextPictureProps) {
  const { title, body } = WORDS[alike ? 'alike' : 'other'];
  return (
    <div className="space-y-5">
      <Progress missing={missing} />
      <Notice title={title}>{body}</Notice>
      <Button tone="go" size="large" className="w-full" onClick={onNext}>
        {missing === 1 ? 'Take the last picture' : 'Take the next picture'}
      </Button>
      <Button className="w-full" onClick={onSkip}>
        Skip for now
      </Button>
    </div>
  );
}

/** At least three, and as many as it takes. */
const PICTURES = 3;

function Progress({ missing }: { readonly missing: number }) {
  const taken = PICTURES - missing;
  return (
    <p
      className="flex items-center justify-center gap-4 py-4"
      aria-label={`${taken} of ${PICTURES} pictures`}
      role="img"
    >
      {Array.from({ length: PICTURES }, (_, i) => (
        <span
          key={i}
          className={`grid size-16 place-items-center rounded-full ${i < taken ? 'bg-go text-on-go' : 'border-2 border-dashed border-line text-ink-soft'}`}
        >
          {i < taken ? (
            <Check aria-hidden="true" className="size-8" />
          ) : (
            <Lamp aria-hidden="true" className="size-7" />
          )}
        </span>
      ))}
    </p>
  );
}
