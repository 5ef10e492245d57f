import { createHash } from 'node:crypto';

/**
 * A UUID that depends on its arguments only (version 8, RFC 9562): the same frame processed twice gives the same
 * event, decision and reorder.
 */
export function naturalId(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\0')).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
