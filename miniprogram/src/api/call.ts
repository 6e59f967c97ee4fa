import Taro from '@tarojs/taro';
import { type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { reportReachable } from '../phone/connection';
import { say } from '../words/say';
import { ApiError } from './api-error';
import { bearerFor } from './bearer';
import { type Answer, readAnswer } from './read-answer';

const TIMEOUT_MS = 15_000;

/**
 * The one way to the server. An expired token is renewed once, without a word; what goes wrong is an ApiError.
 * @example
 * const page = await call(feedRoutes.getFeed, { query: { limit: 10 } });
 */
export async function call<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  input: Input,
): Promise<Output> {
  const bearer = bearerFor(route.audience);
  const token = bearer?.token() ?? null;
  const first = await send(route, input, token);
  if (first.statusCode !== 401 || bearer === null) return readAnswer(first);
  // Another request may have renewed the token while this one was on its way.
  if (bearer.token() === token && !(await bearer.renew())) return readAnswer(first);
  return readAnswer(await send(route, input, bearer.token()));
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
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    reportReachable(true);
    return answer;
  } catch {
    reportReachable(false);
    throw new ApiError('client.offline', 0, say('problem.offline'));
  }
}
