import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReportPictureSent } from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { ROOT, type Whole } from './whole.ts';

/** A QR code that leads to nobody of the firm, as a screenshot. */
export const STRANGE_CODE = join(ROOT, 'e2e/fixtures/strange-code.png');

/** Sends a picture as a phone does before the report that names it. @returns its id */
export async function sendPicture(whole: Whole): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([readFileSync(STRANGE_CODE)]), 'shot.png');
  const { path, method } = verificationRoutes.sendReportPicture;
  const answer = await fetch(whole.url + path, { method, body });
  return ReportPictureSent.parse(await answer.json()).pictureId;
}
