import { describe, expect, it } from 'vitest';
import { cameraFailureOf, type CameraFailure } from './camera';

const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1';
const IN_APP = `${SAFARI} MicroMessenger/8.0.44`;

describe('cameraFailureOf', () => {
  it.each<[string, string, CameraFailure]>([
    ['NotAllowedError', SAFARI, 'denied'],
    ['SecurityError', SAFARI, 'denied'],
    ['NotAllowedError', IN_APP, 'in-app-browser'],
    ['NotFoundError', SAFARI, 'none'],
    ['NotFoundError', IN_APP, 'none'],
    ['OverconstrainedError', SAFARI, 'none'],
    ['NotReadableError', SAFARI, 'busy'],
    ['AbortError', SAFARI, 'busy'],
    ['TypeError', SAFARI, 'unsupported'],
  ])('%s', (name, userAgent, failure) => {
    expect(cameraFailureOf(new DOMException('', name), userAgent)).toBe(failure);
  });

  it('takes anything that is thrown', () => {
    expect(cameraFailureOf('a text', SAFARI)).toBe('unsupported');
    expect(cameraFailureOf(undefined, SAFARI)).toBe('unsupported');
  });
});
