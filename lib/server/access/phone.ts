import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';

/**
 * @param country reads a number without a country code, ISO 3166-1 alpha-2.
 * @returns E.164, or undefined when it is not a number that exists.
 */
export function readPhone(text: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(text, country as CountryCode);
  return number?.isValid() ? number.number : undefined;
}

/** `+86 ••• •••• 1234`: enough for the owner to recognise it, too little for anyone else. */
export function maskPhone(e164: string): string {
  const code = parsePhoneNumberFromString(e164)?.countryCallingCode ?? '';
  return `+${code} ••• •••• ${e164.slice(-4)}`;
}
