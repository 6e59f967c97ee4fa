import { ProblemError } from './problem-error.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function readPlaces(value: unknown): { path: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) =>
    isObject(each) && typeof each['path'] === 'string' && typeof each['message'] === 'string'
      ? [{ path: each['path'], message: each['message'] }]
      : [],
  );
}

/** Reads a refusal whatever its body is: a proxy's HTML page must not become a second error. */
export function readProblem(status: number, body: unknown): ProblemError {
  if (!isObject(body) || typeof body['code'] !== 'string')
    return new ProblemError({ code: codeOfStatus(status), status, title: null });
  return new ProblemError({
    code: body['code'],
    status,
    title: typeof body['title'] === 'string' && body['title'] !== '' ? body['title'] : null,
    errors: readPlaces(body['errors']),
  });
}

function codeOfStatus(status: number): string {
  if (status === 413) return 'http.payload_too_large';
  if (status === 429) return 'http.too_many_requests';
  return status === 502 || status === 503 || status === 504 ? 'http.unavailable' : 'client.unreadable';
}
