'use client';

import type { Route } from 'next';
import { useState } from 'react';
import type { NoticeView, Notices } from '@/lib/api/notices';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Row, Rows } from '@/components/ui/rows';
import { WhenLately } from '@/components/ui/when';
import { noticeWords } from '@/components/words/notices';

/** What happened to the own money, face or secrets since the last look; nothing when nothing did. */
export function NoticeList() {
  const { answer } = useAnswer<Notices>('/api/me/notices');
  const [seen, setSeen] = useState(false);
  const unread = answer?.ok ? answer.value.notices.filter((notice) => notice.unread) : [];
  if (seen || unread.length === 0) return null;
  return (
    <section className="space-y-3">
      <header className="flex items-center justify-between gap-4">
        <h2 className="text-xl font-extrabold">Notices</h2>
        <Button
          tone="bare"
          onClick={() => {
            setSeen(true);
            void request('POST', '/api/me/notices/read', {});
          }}
        >
          Seen
        </Button>
      </header>
      <Rows label="Notices">
        {unread.map((notice) => (
          <Row
            key={notice.id}
            href={whereTo(notice)}
            title={noticeWords(notice)}
            detail={<WhenLately at={notice.at} />}
          />
        ))}
      </Rows>
    </section>
  );
}

/** A face that is not the own one is taken away where the own one is. */
function whereTo({ paymentId }: NoticeView): Route {
  return paymentId ? `/receipts/${paymentId}` : '/me';
}
