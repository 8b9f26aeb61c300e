'use client';

import { useEffect } from 'react';
import type { Inbox as Messages } from '@/lib/api/demo';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { When } from '@/components/ui/when';
import { problemWords } from '@/components/words/problems';

/** A message that has just been sent appears within this time. */
const ASK_AGAIN_MS = 2_000;

/** What would have been sent to phones, all of them: this is a demo. */
export function Inbox() {
  const asked = useAnswer<Messages>('/api/demo/messages');
  const { ask } = asked;
  useEffect(() => {
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return (
    <main className="mx-auto w-full max-w-xl px-5 py-8">
      <PageHeader
        title="Inbox"
        lead="The demo sends no text messages. They come here instead, for ten minutes."
        back={{ href: '/', label: 'Start' }}
      />
      <Answered asked={asked} Trouble={Trouble} waiting="Looking for messages…">
        {({ messages }) => <List messages={messages} />}
      </Answered>
    </main>
  );
}

function Trouble({ code }: { readonly code: Parameters<typeof problemWords>[0] }) {
  const { title, body } = problemWords(code);
  return (
    <Notice tone="stop" title={title}>
      {body}
    </Notice>
  );
}

function List({ messages }: Messages) {
  if (messages.length === 0) return <Notice title="Nothing yet">Messages appear here.</Notice>;
  return (
    <ul className="space-y-3" aria-label="Messages" aria-live="polite">
      {messages.map(({ id, to, text, at }) => (
        <li key={id}>
          <Card className="space-y-1 p-5">
            <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
              <span>To {to}</span>
              <When at={at} />
            </p>
            <p className="text-lg">{text}</p>
          </Card>
        </li>
      ))}
    </ul>
  );
}
