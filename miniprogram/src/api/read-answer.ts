import { isRecord } from '../phone/storage';
import { ApiError, sentenceOf } from './api-error';

/** What came back; the server is held to the contract's schema, so its answer is taken at the contract's type. */
export interface Answer<Output> {
  readonly statusCode: number;
  readonly data: Output;
}

/** WeChat calls every HTTP status a success; this is where a problem becomes an error. */
export function readAnswer<Output>(answer: Answer<Output>): Output {
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
