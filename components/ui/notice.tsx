import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'plain' | 'go' | 'stop';

const TONES = {
  plain: { look: 'bg-accent-soft text-accent-ink', Icon: Info },
  go: { look: 'bg-go-soft text-go-ink', Icon: CircleCheck },
  stop: { look: 'bg-stop-soft text-stop-ink', Icon: CircleAlert },
} as const satisfies Record<NoticeTone, unknown>;

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something the reader should know now. `stop` interrupts a screen reader, the others wait. */
export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  const { look, Icon } = TONES[tone];
  return (
    <div
      role={tone === 'stop' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-card p-4 text-left ${look}`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 space-y-1">
        <p className="font-bold">{title}</p>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
