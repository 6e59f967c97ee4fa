import { z } from 'zod';
import { KNOWN_DEMO_PASSWORD } from '../server/src/platform/config/index.ts';

const Body = z.looseObject({ total: z.unknown(), nextCursor: z.unknown() });

/** What somebody at a desk of the demo firm reads, with the milliseconds from the call to the whole answer. */
export interface StaffPages {
  readonly timed: (path: string) => Promise<{ readonly ms: number; readonly body: z.infer<typeof Body> }>;
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
    timed: async (path) => {
      const started = performance.now();
      const answer = await fetch(url + path, { headers: { cookie } });
      const text = await answer.text();
      const ms = performance.now() - started;
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${text}`);
      return { ms, body: Body.parse(JSON.parse(text)) };
    },
  };
}
