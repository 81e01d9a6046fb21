import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What the secret key protects in the database. */
export interface Vault {
  /** Encrypted and authenticated; opens only with the same `place`, so that sealed texts cannot be swapped. */
  readonly seal: (text: string, place: string) => string;
  /** Throws `SealBroken` when the key is another one or the text was changed. */
  readonly open: (sealed: string, place: string) => string;
  /** The same for the same parts, and nobody without the key can tell who it is. */
  readonly pseudonym: (...parts: readonly string[]) => string;
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly code = 'seal-broken';
  constructor(cause: unknown) {
    super(
      'A stored token cannot be decrypted: SECRET_KEY is not the one it was stored with. Set that key again, or install the app again.',
      { cause },
    );
  }
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM and HMAC-SHA-256, each with its own key derived from `secretKey` by HKDF (RFC 5869). */
export function createVault(secretKey: string): Vault {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secretKey, '', `lifeguard ${purpose}`, 32));
  const sealing = derive('tokens');
  const naming = derive('pseudonyms');
  return {
    seal: (text, place) => {
      const nonce = randomBytes(nonceLength);
      const encrypt = createCipheriv(cipher, sealing, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([encrypt.update(text, 'utf8'), encrypt.final()]);
      return Buffer.concat([nonce, encrypt.getAuthTag(), body]).toString('base64');
    },
    open: (sealed, place) => {
      try {
        const bytes = Buffer.from(sealed, 'base64');
        const decrypt = createDecipheriv(cipher, sealing, bytes.subarray(0, nonceLength), {
          authTagLength: tagLength,
        })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
        const body = decrypt.update(bytes.subarray(nonceLength + tagLength));
        return Buffer.concat([body, decrypt.final()]).toString('utf8');
      } catch (error) {
        throw new SealBroken(error);
      }
    },
    pseudonym: (...parts) => createHmac('sha256', naming).update(JSON.stringify(parts)).digest('base64url'),
  };
}
