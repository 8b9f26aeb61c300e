import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { AuthenticationResponse, RegistrationResponse } from '@/lib/api/passkeys';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;

/** What a test may have the authenticator do wrong. */
export interface Misdoings {
  readonly origin?: string;
  readonly rpId?: string;
  readonly unverified?: boolean;
  readonly counter?: number;
}

/** A security key in software that really signs (WebAuthn, ES256, attestation "none"). */
export class TestAuthenticator {
  readonly id = randomBytes(16).toString('base64url');
  readonly #key: KeyObject;
  readonly #cose: Uint8Array;
  #counter = 0;

  constructor(
    private readonly origin = 'http://localhost:3000',
    private readonly rpId = 'localhost',
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2], // kty: EC2
        [3, -7], // alg: ES256
        [-1, 1], // crv: P-256
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    );
  }

  register(challenge: string, wrong: Misdoings = {}): RegistrationResponse {
    const id = Buffer.from(this.id, 'base64url');
    const credential = Buffer.concat([
      Buffer.alloc(16), // no model is told
      Buffer.from([id.length >> 8, id.length & 0xff]),
      id,
      this.#cose,
    ]);
    const authData = Buffer.concat([this.#dataOf(WITH_CREDENTIAL, wrong), credential]);
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    );
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', challenge, wrong),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal', 'from-the-future'],
      },
    };
  }

  authenticate(challenge: string, wrong: Misdoings = {}): AuthenticationResponse {
    this.#counter = wrong.counter ?? this.#counter + 1;
    const authData = this.#dataOf(0, wrong);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, wrong);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([authData, hash]), this.#key);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  #credential() {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
  }

  #dataOf(flags: number, { rpId = this.rpId, unverified = false }: Misdoings): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#counter);
    const all = flags | USER_PRESENT | (unverified ? 0 : USER_VERIFIED);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([all]), count]);
  }

  #clientData(type: string, challenge: string, { origin = this.origin }: Misdoings): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin })).toString('base64url');
  }
}
