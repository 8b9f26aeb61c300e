import type { AuthenticatorTransport } from '@simplewebauthn/server';

const KNOWN: readonly string[] = ['ble', 'hybrid', 'internal', 'nfc', 'usb'];

/** What a browser said of how it reaches an authenticator; words of the future are left out. */
export function transportsOf(named: readonly string[]): AuthenticatorTransport[] {
  return named.filter((name): name is AuthenticatorTransport => KNOWN.includes(name));
}
