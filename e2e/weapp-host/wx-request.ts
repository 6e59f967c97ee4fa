import { setTimeout as sleep } from 'node:timers/promises';
import { noteRequest } from '../../tools/recorded-requests.ts';
import type { Phone } from './phone.ts';

interface RequestOptions {
  readonly url: string;
  readonly method?: string;
  readonly data?: unknown;
  readonly header?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  success?(result: unknown): void;
  fail?(result: unknown): void;
  complete?(result: unknown): void;
}

export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  /** Null while unanswered or when the network failed. */
  status: number | null;
}

/** wx.request over real HTTP: any status is a success, the origin of the build is mapped to the test server. */
export function wxRequest(
  phone: Phone,
  app: { readonly isAlive: () => boolean; readonly parse: (json: string) => unknown },
) {
  return (options: RequestOptions) => {
    const aborter = new AbortController();
    const timer = setTimeout(() => aborter.abort(), options.timeout ?? 60_000);
    const fail = (errMsg: string, errno: number): void => {
      if (!app.isAlive()) return;
      const result = app.parse(JSON.stringify({ errMsg: `request:fail ${errMsg}`, errno }));
      options.fail?.(result);
      options.complete?.(result);
    };
    const ask = (path: string, method: string, body: string | null): Promise<Response> =>
      fetch(phone.serverUrl + path, {
        method,
        headers: {
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          referer: 'https://servicewechat.com/touristappid/devtools/page-frame.html',
          ...options.header,
        },
        ...(body === null ? {} : { body }),
        signal: aborter.signal,
      });
    void (async () => {
      const method = (options.method ?? 'GET').toUpperCase();
      const asked = /^https?:[/][/][^/]+([/].*)$/.exec(options.url)?.[1];
      if (asked === undefined) return fail('invalid url', 600_009);
      let path = asked;
      let body: string | null = null;
      if (options.data !== undefined && options.data !== null) {
        if (method === 'GET') {
          const query = new URLSearchParams(options.data as Record<string, string>).toString();
          if (query !== '') path += `${path.includes('?') ? '&' : '?'}${query}`;
        } else body = typeof options.data === 'string' ? options.data : JSON.stringify(options.data);
      }
      const record: RequestRecord = { method, path, body, status: null };
      phone.requests.push(record);
      // Even a refused connection takes a turn of the loop on a real phone.
      await new Promise((resolve) => setImmediate(resolve));
      if (!phone.isOnline) return fail('net::ERR_INTERNET_DISCONNECTED', 600_001);
      // Settled as it leaves: the log shows an event before its answer is back.
      const isLost = phone.losesAnswers && path === '/v1/events';
      const instead = method === 'GET' ? phone.answerInstead(path) : null;
      const response = instead === null ? await ask(path, method, body) : Response.json(instead);
      const text = await response.text();
      const delayMs = phone.delayOf(path);
      if (delayMs > 0) await sleep(delayMs);
      record.status = response.status;
      if (instead === null) noteRequest('weapp', method, path, response.status);
      if (!phone.isOnline || isLost) return fail('net::ERR_NETWORK_CHANGED', 600_001);
      if (!app.isAlive()) return;
      let data: unknown = text;
      try {
        data = app.parse(text);
      } catch {
        // Not JSON: WeChat hands over the text.
      }
      const result = {
        data,
        statusCode: response.status,
        header: Object.fromEntries(response.headers),
        cookies: [],
        errMsg: 'request:ok',
      };
      options.success?.(result);
      options.complete?.(result);
    })()
      .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error), 600_001))
      .finally(() => clearTimeout(timer));
    return {
      abort: () => aborter.abort(),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
      onChunkReceived: () => undefined,
    };
  };
}
