/** Lengths and choices of channels that clients and server share. */

/** Where an account lives; the firm's own halls are a platform too, since codes hang there. */
export const PLATFORMS = [
  'MINIPROGRAM',
  'OFFICIAL_ACCOUNT',
  'CHANNELS',
  'WECOM',
  'DOUYIN',
  'XIAOHONGSHU',
  'WEIBO',
  'HALL',
] as const;
export type Platform = (typeof PLATFORMS)[number];
export const ACCOUNT_OWNERS = ['FIRM', 'BRANCH', 'EMPLOYEE'] as const;
export type AccountOwner = (typeof ACCOUNT_OWNERS)[number];
export const PLACEMENT_STATES = ['ACTIVE', 'RETIRED'] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];
/** How a member came: by a printed key, by another member's share, or by themselves as far as anybody knows. */
export const TOUCH_KINDS = ['NATURAL', 'PLACEMENT', 'REFERRAL'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];
export const ACCOUNT_NAME_MAX = 40;
export const ACCOUNT_HANDLE_MAX = 60;
export const CHANNEL_SEARCH_MAX = 40;
export const PLACEMENT_NAME_MAX = 40;
/** An account with more is two accounts. */
export const PLACEMENTS_PER_ACCOUNT_MAX = 200;
/** Days back over which arrivals are counted. */
export const ARRIVAL_WINDOWS = [7, 30, 90] as const;
export type ArrivalWindow = (typeof ARRIVAL_WINDOWS)[number];
/** Ten letters or digits: final once made, in the scene of a code and in the path of a shared card. */
export const CHANNEL_KEY_PATTERN = /^[0-9A-Za-z]{10}$/;
/** The scene of WeChat's unlimited code holds 32 characters. */
export const SCENE_MAX = 32;
export const OWNERS_SHOWN = 50;
/** WeChat's longest life of a link. */
export const LINK_DAYS = 30;
/** A link with less time left is made anew when it is asked for. */
export const LINK_USEFUL_MS = 86_400_000;
export const LESSONS_SHOWN = 50;
/** Arrivals that a phone keeps until it may send them: the first one and the latest. */
export const TOUCHES_AT_ONCE = 10;
export const WECHAT_SCENE_MAX = 9999;
/**
 * Scenes of somebody who comes back by themselves: recently used, back from another app, pulled down. They repeat
 * what was there before, so a key that comes with one of them is no fresh touch.
 */
export const RETURN_SCENES: readonly number[] = [1001, 1038, 1089];
