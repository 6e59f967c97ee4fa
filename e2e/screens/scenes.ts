import { ADVISER_SCENES } from './adviser-scenes.ts';
import { CAMPAIGN_SCENES } from './campaign-scenes.ts';
import { CARE_SCENES } from './care-scenes.ts';
import { COMPLIANCE_SCENES } from './compliance-scenes.ts';
import { CONSOLE_SCENES } from './console-scenes.ts';
import { CONTENT_SCENES } from './content-scenes.ts';
import { INCENTIVE_SCENES } from './incentive-scenes.ts';
import { LIVE_SCENES } from './live-scenes.ts';
import { MEMBER_SCENES } from './member-scenes.ts';
import type { Scene } from './scene.ts';
import { SEGMENT_SCENES } from './segment-scenes.ts';
import { REPORT_SCENES, STAFF_SCENES } from './staff-scenes.ts';

/** Every page of the thread, and the page of the scoring command line. */
export const SCENES: readonly Scene[] = [
  ...MEMBER_SCENES,
  ...ADVISER_SCENES,
  ...CONTENT_SCENES,
  ...LIVE_SCENES,
  ...CONSOLE_SCENES,
  ...COMPLIANCE_SCENES,
  ...SEGMENT_SCENES,
  ...INCENTIVE_SCENES,
  ...CAMPAIGN_SCENES,
  ...CARE_SCENES,
  ...STAFF_SCENES,
  ...REPORT_SCENES,
];
