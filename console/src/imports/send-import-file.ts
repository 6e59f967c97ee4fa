import type { ImportRow } from '@siyu/shared/contracts/imports';
import type { ImportKindCode } from '@siyu/shared/contracts/imports.limits';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { ProblemError } from '../api/problem-error.ts';
import { readProblem } from '../api/read-problem.ts';

interface SentFile {
  readonly kind: ImportKindCode;
  readonly file: File;
  /** Whole percent of the file that has left this machine. */
  readonly onProgress: (percent: number) => void;
  /** Stops the upload; only a file that has arrived whole may be queued all the same. */
  readonly signal: AbortSignal;
}

/**
 * Uploads one file as the multipart part `file`. By XMLHttpRequest, since fetch tells nothing of how far a large
 * upload is, and without a time limit: half a gigabyte takes as long as the line needs.
 * @throws {ProblemError} for every refusal, `client.offline` when the line breaks
 */
export function sendImportFile({ kind, file, onProgress, signal }: SentFile): Promise<ImportRow> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const { method } = importsRoutes.uploadFile;
    request.open(method, routeUrl(importsRoutes.uploadFile, { params: { kind } }));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : Math.floor((100 * loaded) / total));
    request.onerror = () => reject(new ProblemError({ code: 'client.offline', status: 0, title: null }));
    request.onabort = () => reject(new DOMException('the upload was stopped', 'AbortError'));
    request.onload = () => {
      const body: unknown = request.response;
      const { status } = request;
      if (status !== 201) reject(readProblem(status, body));
      else if (isRow(body)) resolve(body);
      else reject(new ProblemError({ code: 'client.unreadable', status, title: null }));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** Fields are the contract's word: server and console compile from it. This only catches a foreign page. */
const isRow = (body: unknown): body is ImportRow =>
  typeof body === 'object' && body !== null && 'importId' in body;
