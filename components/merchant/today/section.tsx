import { useId, type ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** A part of the day under its own heading. */
export function Section(props: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="text-xl font-extrabold">
        {props.title}
      </h2>
      {props.children}
    </Card>
  );
}
