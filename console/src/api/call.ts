import {
  IDEMPOTENCY_KEY,
  routeUrl,
  UNATTENDED,
  type Route,
  type RouteInput,
} from '@siyu/shared/contracts/route';
import { isAttended } from './attended.ts';
import { ProblemError } from './problem-error.ts';
import { readProblem } from './read-problem.ts';

const TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 60_000;

/**
 * Calls one route of the contract. The session travels as a same-origin cookie.
 * @throws {ProblemError} for every refusal, `client.offline` or `client.timeout` without an answer.
 */
export function call<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  input: Input,
  signal?: AbortSignal,
): Promise<Output> {
  return sendJson(route, input, {}, signal);
}

/** As `call`; sent again under the same key it has no second effect. */
export function callOnce<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  input: Input,
  key: string,
): Promise<Output> {
  return sendJson(route, input, { [IDEMPOTENCY_KEY]: key });
}

function sendJson<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  input: Input,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Output> {
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  return send<Output>(routeUrl(route, input), {
    method: route.method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    body: body ?? null,
    signal: signal ?? AbortSignal.timeout(TIMEOUT_MS),
  });
}

/**
 * Sends one file as the multipart part `file`; sent again under the same key it has no second effect.
 * @param timeoutMs longer for what takes longer
 */
export function sendFile<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  file: File,
  key: string,
  input: RouteInput = {},
  timeoutMs = UPLOAD_TIMEOUT_MS,
): Promise<Output> {
  const form = new FormData();
  form.append('file', file);
  return send<Output>(routeUrl(route, input), {
    method: route.method,
    headers: { [IDEMPOTENCY_KEY]: key },
    body: form,
    signal: AbortSignal.timeout(timeoutMs),
  });
}

async function send<Output>(url: string, init: RequestInit): Promise<Output> {
  const headers = new Headers(init.headers);
  if (!isAttended()) headers.set(UNATTENDED, '1');
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch(
    (cause: unknown) => {
      throw withoutAnswer(cause);
    },
  );
  const body = parse(await response.text());
  if (!response.ok) throw readProblem(response.status, body);
  if (!isAnswer<Output>(body, response.status))
    throw new ProblemError({ code: 'client.unreadable', status: response.status, title: null });
  return body;
}

/** Fields are the contract's word: server and console compile from it. This only catches a foreign page. */
function isAnswer<Output>(body: unknown, status: number): body is Output {
  return status === 204 ? body === undefined : typeof body === 'object' && body !== null;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withoutAnswer(cause: unknown): unknown {
  if (cause instanceof DOMException && cause.name === 'TimeoutError')
    return new ProblemError({ code: 'client.timeout', status: 0, title: null });
  // A cancelled request is no failure: the query library forgets it.
  if (cause instanceof DOMException && cause.name === 'AbortError') return cause;
  return new ProblemError({ code: 'client.offline', status: 0, title: null });
}
