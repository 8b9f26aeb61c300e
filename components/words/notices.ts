import type { NoticeView } from '@/lib/api/notices';
import { amountText } from '@/components/ui/amount';

/** What happened, in one line. */
export function noticeWords({ topic, payee, amount }: NoticeView): string {
  const much = amount ? amountText(amount) : 'The money';
  const shop = payee ?? 'The shop';
  switch (topic) {
    case 'payment.capture':
      return `${shop} took ${much}`;
    case 'payment.void':
      return `${much} is yours again: ${shop} did not take the order`;
    case 'payment.refund':
      return `${shop} gave ${much} back`;
    case 'case.refused':
      return `We looked into the payment at ${shop}. The answer is on the receipt`;
    case 'face.enrolled':
      return 'A face was added to your account';
    case 'face.changed':
      return 'The face on your account was changed';
    case 'face.expired':
      return 'You had not paid for a long time, so we deleted your face. You can add it again';
    case 'face.remembered':
      return 'A picture from a payment was added to your face, as you asked';
    case 'face.new-pictures':
      return 'We asked for your PIN a few times lately. New pictures of you would help';
    case 'face.held':
      return 'We have a look at your new face first; until then your PIN pays';
    case 'face.cleared':
      return 'All is well with your face: a smile is enough again';
    case 'limits.raised':
      return 'From tomorrow your smile may pay more. If it was not you, take it back under Me';
    case 'pin.refused':
      return `Somebody typed a wrong PIN for you five times ${payee ? `at ${payee}` : 'on your phone'}. If it was not you: nothing was paid`;
    case 'password.refused':
      return 'Somebody typed a wrong password for you five times. If it was not you: they did not get in';
    case 'passkey.added':
      return 'A passkey was added to your account. If it was not you, remove it under Me';
    case 'passkey.removed':
      return 'A passkey was removed from your account';
    case 'phone.changed':
      return 'Your phone number was changed. If it was not you, freeze your wallet under Me';
    case 'password.changed':
      return 'Your password was changed, and all other phones were signed out. If it was not you, freeze your wallet under Me';
    default:
      return topic satisfies never;
  }
}
