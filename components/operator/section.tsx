import { useId, type ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** One kind of thing to decide. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="text-xl font-extrabold">
        {title}
      </h2>
      <p className="text-ink-soft">{lead}</p>
      {children}
    </section>
  );
}
