import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { loginCode, type Client, type StaffClient } from './client.ts';
import type { Whole } from './whole.ts';

/** Makes the WeChat account of a phone stand for somebody at the desk. */
export async function tiePhone(
  whole: Whole,
  { call }: Client,
  desk: StaffClient,
  account: string,
): Promise<void> {
  const { code: deskCode } = await desk.call(staffPhoneRoutes.issueCode, {});
  await call(staffPhoneRoutes.tiePhone, { body: { code: await loginCode(whole, account), deskCode } });
}
