import type { TestApp } from '../test-app.ts';
import type { Call } from './firm.ts';

/** Asks the server as somebody. */
export const callWith =
  ({ url }: TestApp, headers: Readonly<Record<string, string>>): Call =>
  async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
