import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What Meta puts into `X-Hub-Signature-256`: an HMAC of the raw body with the app secret. */
export function sign(body: Uint8Array | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Whether a body, byte for byte as it came, was signed with the secret. */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  return signature !== undefined && isSame(signature, sign(body, secret));
}

/** Compares in a time that tells nothing of where two texts differ; their digests, so that lengths tell nothing either. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a as Buffer, b as Buffer);
}
