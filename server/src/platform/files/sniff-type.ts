import { fileTypeFromBuffer } from 'file-type';

/**
 * The media type that the first bytes of a file show, whatever its name claims. Texts have no signature: valid
 * UTF-8 without control characters is `application/json` when it begins like JSON, else `text/plain`.
 */
export async function sniffType(head: Uint8Array): Promise<string> {
  const binary = await fileTypeFromBuffer(head);
  if (binary !== undefined) return binary.mime;
  const text = decode(head);
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'application/octet-stream';
  if (/^\s*</.test(text)) return 'text/html';
  return /^\uFEFF?\s*[[{]/.test(text) ? 'application/json' : 'text/plain';
}

/** The head may end inside a character: `stream` lets that pass. */
function decode(head: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}
