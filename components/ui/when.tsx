'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Date and time where the reader is; the server, which cannot know, says it in UTC first. */
export function When({ at }: { readonly at: string }) {
  const zone = useSyncExternalStore(
    never,
    () => undefined,
    () => 'UTC',
  );
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
