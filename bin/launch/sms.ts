import { isPrivateAddress } from '@/lib/server/private-address';
import { StartFailure } from './failure';

const SECRET_MIN = 24;

interface SmsSettings {
  readonly NODE_ENV?: string | undefined;
  readonly SMS_URL?: string | undefined;
  readonly SMS_SECRET?: string | undefined;
}

/** @throws StartFailure when a gateway for text messages is named that could not be used */
export function checkSms({ SMS_URL, SMS_SECRET }: SmsSettings): void {
  if (SMS_URL === undefined) return;
  if (!URL.canParse(SMS_URL) || !/^https?:$/.test(new URL(SMS_URL).protocol))
    throw new StartFailure('SMS_URL is not an http or https address.');
  if (!isPrivateAddress(SMS_URL))
    throw new StartFailure(
      'SMS_URL must begin with https: the codes that people sign in with go there.',
    );
  if ((SMS_SECRET ?? '').length < SECRET_MIN)
    throw new StartFailure(
      `SMS_URL needs SMS_SECRET, at least ${SECRET_MIN} characters that the gateway knows too: requests are signed with it.`,
    );
}

/** What a shop without a gateway should know when it starts. */
export const NO_SMS =
  'No text messages can be sent, so nobody can sign up: set SMS_URL and SMS_SECRET (README).';
