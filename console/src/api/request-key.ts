/**
 * A new key for something that is to happen once however often it is sent: 32 hexadecimal digits. Made of plain
 * random bytes, because randomUUID is absent where the console is tried over http.
 */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
