'use client';

import { useState, useSyncExternalStore } from 'react';
import { soonText } from './soon-text';

const WITH_YEAR = { dateStyle: 'medium', timeStyle: 'short' } as const;
const WITHOUT_YEAR = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** `20 Nov 2026, 12:04`, where the reader is, or in a time zone that the page speaks of. */
export function When({ at, timeZone }: { readonly at: string; readonly timeZone?: string }) {
  return <LocalTime at={at} format={{ ...WITH_YEAR, timeZone }} />;
}

/** `20 Nov, 12:04`, for lists of what happened lately. */
export function WhenLately({ at }: { readonly at: string }) {
  return <LocalTime at={at} format={WITHOUT_YEAR} />;
}

/** `tomorrow 14:05`, for what is to come, where the reader is. Only for what the browser draws. */
export function WhenSoon({ at }: { readonly at: string }) {
  const [now] = useState(() => new Date());
  return <time dateTime={at}>{soonText(new Date(at), now)}</time>;
}

const never = () => () => undefined;

/** The server, which cannot know where the reader is, says it in UTC first. */
function LocalTime(props: { readonly at: string; readonly format: Intl.DateTimeFormatOptions }) {
  const readersZone = useSyncExternalStore(
    never,
    () => undefined,
    () => 'UTC',
  );
  const format = new Intl.DateTimeFormat('en-GB', {
    ...props.format,
    timeZone: props.format.timeZone ?? readersZone,
  });
  return <time dateTime={props.at}>{format.format(new Date(props.at))}</time>;
}
