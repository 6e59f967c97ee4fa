import Taro from '@tarojs/taro';
import { type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { reportReachable } from '../phone/connection';
import { say } from '../words/say';
import { ApiError } from './api-error';
import { currentBearer } from './bearer';
import { type Answer, readAnswer } from './read-answer';

/** A picture over a slow line. */
const TIMEOUT_MS = 60_000;

/**
 * Sends a file of the phone as the multipart part `file`; what goes wrong is an ApiError.
 * @param filePath as the phone's picker gave it
 */
export async function upload<Output>(route: Route<RouteInput, Output>, filePath: string): Promise<Output> {
  const token = route.audience === 'member' ? currentBearer().token() : null;
  const first = await send(route, filePath, token);
  if (first.statusCode !== 401 || route.audience !== 'member') return readAnswer(first);
  // Another request may have renewed the token while this one was on its way.
  if (currentBearer().token() === token && !(await currentBearer().renew())) return readAnswer(first);
  return readAnswer(await send(route, filePath, currentBearer().token()));
}

async function send<Output>(
  route: Route<RouteInput, Output>,
  filePath: string,
  token: string | null,
): Promise<Answer<Output>> {
  const url = `${API_BASE}${routeUrl(route)}`;
  const header = token === null ? {} : { header: { authorization: `Bearer ${token}` } };
  const sent = await Taro.uploadFile({ url, filePath, name: 'file', timeout: TIMEOUT_MS, ...header }).catch(
    () => null,
  );
  reportReachable(sent !== null);
  if (sent === null) throw new ApiError('client.offline', 0, say('problem.offline'));
  // WeChat hands the answer to an upload over as text.
  const parse: (text: string) => Output = JSON.parse;
  return { statusCode: sent.statusCode, data: parse(sent.data) };
}
