import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly keyFile: string;
  readonly certFile: string;
}

/** Safari refuses certificates that are valid for longer than 825 days. */
const VALID_DAYS = 365;
const RENEW_DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * A self-signed certificate for this machine, kept in the data folder and made anew when it is
 * about to end or the machine has another address, so that a phone asks for trust once only.
 *
 * @param addresses IPv4 addresses on the local network.
 * @ensures it is valid for localhost, 127.0.0.1 and every given address, for two weeks at least.
 */
export async function certificateFor(
  addresses: readonly string[],
  dataDir: string,
  now: Date,
): Promise<Certificate> {
  const keyFile = path.join(dataDir, 'tls-key.pem');
  const certFile = path.join(dataDir, 'tls-cert.pem');
  if (fs.existsSync(keyFile) && isGood(certFile, addresses, now)) return { keyFile, certFile };

  const pems = await generate([{ name: 'commonName', value: 'Smile to Pay on this network' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  fs.writeFileSync(keyFile, pems.private, { mode: 0o600 });
  fs.writeFileSync(certFile, pems.cert);
  return { keyFile, certFile };
}

function isGood(certFile: string, addresses: readonly string[], now: Date): boolean {
  try {
    const certificate = new X509Certificate(fs.readFileSync(certFile));
    const endsMs = Date.parse(certificate.validTo);
    return (
      endsMs - now.getTime() > RENEW_DAYS * DAY_MS &&
      addresses.every((ip) => certificate.checkIP(ip) !== undefined)
    );
  } catch {
    return false;
  }
}
