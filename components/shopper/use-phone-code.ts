'use client';

import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { AskPhoneCode, PhoneCodeSent } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';

/** Has a code sent to a number; `sent` is the last one, with the number as it was typed. */
export function usePhoneCode() {
  const [sent, setSent] = useState<PhoneCodeSent & { readonly typed: string }>();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function send(phone: string): Promise<void> {
    setSending(true);
    setProblem(undefined);
    const body = { phone } satisfies AskPhoneCode;
    const answer = await request<PhoneCodeSent>('POST', '/api/phone-codes', body);
    if (answer.ok) setSent({ ...answer.value, typed: phone });
    else setProblem(answer.problem.code);
    setSending(false);
  }

  return { sent, sending, problem, send };
}
