import { withinTime } from '../../../platform/http/index.ts';
import { type FailureFacts, WechatError } from './wechat-error.ts';

const TIMEOUT_MS = 5_000;
/** Errors of a connection that never stood: nothing was said to the platform. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

export interface Question {
  readonly base: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Absent: GET. */
  readonly body?: object | undefined;
  readonly timeoutMs?: number | undefined;
}
export interface RawAnswer {
  readonly isJson: boolean;
  readonly bytes: Buffer;
}

/**
 * One HTTP call. Neither the address (it holds a token or a secret) nor the answer is ever part of an error.
 * @throws {WechatError} away or unanswered
 */
export async function askPlatform(
  question: Question,
  call: Pick<FailureFacts, 'platform' | 'api'>,
): Promise<RawAnswer> {
  const { base, path, query, body, timeoutMs = TIMEOUT_MS } = question;
  try {
    return await withinTime(timeoutMs, async (signal) => {
      const response = await fetch(`${base}${path}?${new URLSearchParams(query).toString()}`, {
        signal,
        redirect: 'error',
        ...(body !== undefined && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (!response.ok)
        throw new WechatError({ ...call, kind: 'unanswered', hint: `HTTP ${response.status}` });
      // Refusals come as text/plain at times: whatever is no picture is read as JSON.
      return { isJson: !/^image\//.test(response.headers.get('content-type') ?? ''), bytes };
    });
  } catch (error) {
    if (error instanceof WechatError) throw error;
    const code = causeOf(error);
    const kind = NEVER_CONNECTED.includes(code) ? 'away' : 'unanswered';
    throw new WechatError({ ...call, kind, hint: code });
  }
}

/** The system's own name of what went wrong, which carries nothing of the request. */
function causeOf(error: unknown): string {
  const facts = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(facts instanceof Error)) return 'unknown';
  const code: unknown = Reflect.get(facts, 'code');
  return typeof code === 'string' ? code : facts.name;
}
