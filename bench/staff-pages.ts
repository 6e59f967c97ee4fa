import { z } from 'zod';
import { KNOWN_DEMO_PASSWORD } from '../server/src/platform/config/index.ts';

const Body = z.looseObject({ total: z.unknown().optional(), nextCursor: z.unknown().optional() });

/** What somebody at a desk of the demo firm reads, with the milliseconds from the call to the whole answer. */
export interface StaffPages {
  /** @param sent what is posted; read only without it */
  readonly timed: (
    path: string,
    sent?: object,
  ) => Promise<{ readonly ms: number; readonly body: z.infer<typeof Body> }>;
}

export async function openStaffPages(url: string, loginName: string): Promise<StaffPages> {
  const opened = await fetch(`${url}/v1/console/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ loginName, password: KNOWN_DEMO_PASSWORD }),
  });
  if (!opened.ok) throw new Error(`signing in answers ${opened.status}: ${await opened.text()}`);
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    timed: async (path, sent) => {
      const started = performance.now();
      const answer = await fetch(
        url + path,
        sent === undefined
          ? { headers: { cookie } }
          : {
              method: 'POST',
              headers: { cookie, origin: url, 'content-type': 'application/json' },
              body: JSON.stringify(sent),
            },
      );
      const text = await answer.text();
      const ms = performance.now() - started;
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${text}`);
      return { ms, body: Body.parse(JSON.parse(text)) };
    },
  };
}
