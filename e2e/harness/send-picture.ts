import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import type { Route } from '@siyu/shared/contracts/route';
import { ReportPictureSent } from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import type { MemberClient } from './client.ts';
import { ROOT, type Whole } from './whole.ts';

/** A QR code that leads to nobody of the firm, as a screenshot. */
export const STRANGE_CODE = join(ROOT, 'e2e/fixtures/strange-code.png');

/** Sends a picture as a phone does before the report that names it. @returns its id */
export function sendPicture(whole: Whole): Promise<string> {
  return send(whole, verificationRoutes.sendReportPicture, {});
}

/** The same before a complaint, as the member whose complaint it will be. */
export function sendComplaintPicture(whole: Whole, { session }: MemberClient): Promise<string> {
  return send(whole, careRoutes.sendComplaintPicture, { authorization: `Bearer ${session.token}` });
}

/** The same before an application, as the member who applies. */
export function sendProfessionalPicture(whole: Whole, { session }: MemberClient): Promise<string> {
  return send(whole, professionalRoutes.sendPicture, { authorization: `Bearer ${session.token}` });
}

async function send(
  whole: Whole,
  { path, method }: Route,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([readFileSync(STRANGE_CODE)]), 'shot.png');
  const answer = await fetch(whole.url + path, { method, headers, body });
  return ReportPictureSent.parse(await answer.json()).pictureId;
}
