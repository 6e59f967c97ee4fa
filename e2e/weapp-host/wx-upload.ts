import { basename } from 'node:path';
import { noteRequest } from '../../tools/recorded-requests.ts';
import type { Phone } from './phone.ts';

/** wx.uploadFile over real HTTP: one multipart part, and the answer as text whatever its status. */
export async function wxUpload(
  phone: Phone,
  { url, filePath, name, header }: Readonly<Record<string, unknown>>,
): Promise<{ readonly statusCode: number; readonly data: string }> {
  const path = /^https?:[/][/][^/]+([/].*)$/.exec(String(url))?.[1];
  const bytes = phone.album.get(String(filePath));
  if (path === undefined) throw new Error('invalid url');
  if (bytes === undefined) throw new Error('file not found');
  if (!phone.isOnline) throw new Error('net::ERR_INTERNET_DISCONNECTED');
  const body = new FormData();
  body.append(String(name), new Blob([new Uint8Array(bytes)]), basename(String(filePath)));
  const response = await fetch(phone.serverUrl + path, { method: 'POST', headers: headersOf(header), body });
  phone.requests.push({ method: 'POST', path, body: null, status: response.status });
  noteRequest('weapp', 'POST', path, response.status);
  return { statusCode: response.status, data: await response.text() };
}

function headersOf(header: unknown): Record<string, string> {
  if (typeof header !== 'object' || header === null) return {};
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name, String(value)]));
}
