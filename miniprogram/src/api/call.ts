import Taro from '@tarojs/taro';
import { type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { isRecord } from '../phone/storage';
import { reportReachable } from '../phone/connection';
import { say } from '../words/say';
import { ApiError, sentenceOf } from './api-error';
import { currentBearer } from './bearer';

const TIMEOUT_MS = 15_000;

/** What came back; the server is held to the contract's schema, so its answer is taken at the contract's type. */
interface Answer<Output> {
  readonly statusCode: number;
  readonly data: Output;
}

/**
 * The one way to the server. An expired token is renewed once, without a word; what goes wrong is an ApiError.
 * @example
 * const page = await call(feedRoutes.getFeed, { query: { limit: 10 } });
 */
export async function call<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  input: Input,
): Promise<Output> {
  const token = currentBearer().token();
  const first = await send(route, input, token);
  if (first.statusCode !== 401 || route.audience !== 'member') return read(first);
  // Another request may have renewed the token while this one was on its way.
  if (currentBearer().token() === token && !(await currentBearer().renew())) return read(first);
  return read(await send(route, input, currentBearer().token()));
}

async function send<Output>(
  route: Route<RouteInput, Output>,
  input: RouteInput,
  token: string | null,
): Promise<Answer<Output>> {
  try {
    const answer: Answer<Output> = await Taro.request({
      url: `${API_BASE}${routeUrl(route, input)}`,
      method: route.method,
      timeout: TIMEOUT_MS,
      ...(input.body === undefined ? {} : { data: input.body }),
      header: {
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token !== null && route.audience === 'member' ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    reportReachable(true);
    return answer;
  } catch {
    reportReachable(false);
    throw new ApiError('client.offline', 0, say('problem.offline'));
  }
}

/** WeChat calls every HTTP status a success; this is where a problem becomes an error. */
function read<Output>(answer: Answer<Output>): Output {
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data;
  const problem = problemOf(answer.data);
  const code = typeof problem['code'] === 'string' ? problem['code'] : `http.${answer.statusCode}`;
  const title = typeof problem['title'] === 'string' ? problem['title'] : undefined;
  throw new ApiError(code, answer.statusCode, sentenceOf(code, title));
}

function problemOf(data: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(data)) return data;
  if (typeof data !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(data);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
