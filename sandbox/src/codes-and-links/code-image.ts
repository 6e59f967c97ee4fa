import QRCode from 'qrcode';
import { z } from 'zod';
import type { AppConsole } from '../app-console/app-consoles.ts';
import { refuse, type Answer } from '../wechat-api/answers.ts';
import type { Body } from '../wechat-api/read-call.ts';
import { writeCodeText } from './code-text.ts';

export const SCENE_MAX = 32;
const SCENE_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

const colour = z.coerce.number().int().min(0).max(255);
const Drawing = z.object({
  page: z.string().optional(),
  check_path: z.boolean().default(true),
  width: z.number().int().default(430),
  auto_color: z.boolean().default(false),
  line_color: z.object({ r: colour, g: colour, b: colour }).default({ r: 0, g: 0, b: 0 }),
  is_hyaline: z.boolean().default(false),
});

const Version = z.enum(['release', 'trial', 'develop']).optional();

const two = (value: number): string => value.toString(16).padStart(2, '0');

/** getwxacodeunlimit: a picture that a camera can read, or the refusal of its first wrong field. */
export async function drawCode(appId: string, console: AppConsole, body: Body): Promise<Answer> {
  const scene = body['scene'];
  if (typeof scene !== 'string' || scene === '') return refuse(40129, 'invalid scene');
  if (!SCENE_CHARACTERS.test(scene)) return refuse(40129, 'invalid scene');
  if (scene.length > SCENE_MAX) return refuse(40169, 'invalid length for scene');
  if (/(^|&)scancode_time=/.test(scene)) return refuse(85096, 'not allow include scancode_time field');
  if (!Version.safeParse(body['env_version']).success) return refuse(40097, 'invalid env_version');
  const drawing = Drawing.safeParse(body);
  if (!drawing.success) return refuse(47001, 'data format error');
  const { page, width, line_color: line } = drawing.data;
  if (width < 280 || width > 1280) return refuse(40097, 'invalid width');
  if (page !== undefined && page !== '') {
    if (page.startsWith('/') || page.includes('?')) return refuse(41030, 'invalid page');
    if (drawing.data.check_path && !console.releasedPages.includes(page)) {
      return refuse(41030, 'invalid page');
    }
  }
  const text = writeCodeText({ appId, page: page === '' ? null : (page ?? null), scene });
  // No filters: of black and white nothing is gained by trying five of them for each row.
  const rendererOpts = { filterType: 0, deflateLevel: 6 };
  const bytes = await QRCode.toBuffer(text, {
    width,
    rendererOpts,
    errorCorrectionLevel: 'M',
    color: {
      dark: `#${two(line.r)}${two(line.g)}${two(line.b)}ff`,
      light: `#${two(255).repeat(3)}${two(drawing.data.is_hyaline ? 0 : 255)}`,
    },
  });
  return { kind: 'picture', bytes, type: 'image/png' };
}
