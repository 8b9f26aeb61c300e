'use client';

import { useCallback, useEffect, useState } from 'react';
import { request, type Answer } from '@/components/api/request';

export interface Asked<Value> {
  /** Undefined until the first answer. */
  readonly answer: Answer<Value> | undefined;
  /** Asks again; what is on the screen stays until the new answer is there. */
  readonly ask: () => Promise<void>;
  /** Takes a value that another request brought along. */
  readonly take: (value: Value) => void;
}

/** GETs `path` when the view appears and keeps the latest answer. */
export function useAnswer<Value>(path: string): Asked<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>();
  const ask = useCallback(async () => setAnswer(await request<Value>('GET', path)), [path]);
  const take = useCallback((value: Value) => setAnswer({ ok: true, value }), []);
  useEffect(() => {
    let gone = false;
    void request<Value>('GET', path).then((first) => {
      if (!gone) setAnswer(first);
    });
    return () => {
      gone = true;
    };
  }, [path]);
  return { answer, ask, take };
}
