/** Kind under which a campaign stands in reviews and in the trail. */
export const CAMPAIGN_SUBJECT = 'campaign';
export const CAMPAIGN_NAME_MAX = 30;
export const CAMPAIGN_REASON_MIN = 4;
export const CAMPAIGN_REASON_MAX = 200;
/** Segments that a campaign asks for, or leaves out. */
export const CAMPAIGN_SEGMENTS_MAX = 10;
/** Products that a campaign is about; each is decided for each member. */
export const CAMPAIGN_PRODUCTS_MAX = 5;
/** Members that one preview looks at. */
export const CAMPAIGN_AUDIENCE_MAX = 10_000;
/** How far ahead one may be planned. */
export const CAMPAIGN_AHEAD_DAYS = 90;
/** How long a card that was sent stands first in the feed. */
export const SENT_CARD_DAYS = 14;
/** Texts that a search of the wizard answers with. */
export const CAMPAIGN_OPTIONS_SHOWN = 20;

/** Groups of the sender's that one post goes to. */
export const CAMPAIGN_GROUPS_MAX = 10;
/** Of those who force a post to be education, how many are named. */
export const POST_VIEWERS_NAMED = 5;

/**
 * How it reaches members: a card in the feed; a mass-send task, a post in groups of the sender's or one in the sender's
 * Moments, each of which the sender confirms in WeCom.
 */
export const CAMPAIGN_CHANNELS = ['FEED_CARD', 'WECOM_MASS_SEND', 'GROUP_POST', 'MOMENTS_TASK'] as const;
export type CampaignChannel = (typeof CAMPAIGN_CHANNELS)[number];
/** What is read by everybody who is there, so that its strictest viewer decides what it may be (I-07). */
export const isPostChannel = (channel: CampaignChannel): boolean =>
  channel === 'GROUP_POST' || channel === 'MOMENTS_TASK';

/**
 * What a viewer of a post is, the strictest first. UNLINKED: tied to no member. Up to EXPIRED a viewer lets pass
 * nothing but education; UNSUITABLE: a product of the post does not suit them.
 */
export const VIEWER_STANDINGS = ['UNLINKED', 'NOT_ASSESSED', 'EXPIRED', 'UNSUITABLE', 'SUITABLE'] as const;
export type ViewerStanding = (typeof VIEWER_STANDINGS)[number];

/** Why a post may not go out as it is, the first that holds. */
export const POST_REFUSALS = [
  /** Nobody would read it. */
  'NOBODY',
  /** A chosen group is gone, or is not the sender's. */
  'NOT_OWN_GROUP',
  /** Advice has no place where others read along (REQ-ADV-2). */
  'ADVICE',
  /** Private products are never shown to the unspecified (REQ-SUIT-12). */
  'PRIVATE_PRODUCT',
  /** A product, and a viewer who lets pass nothing but education, or whom it does not suit. */
  'STRICTER_VIEWER',
] as const;
export type PostRefusal = (typeof POST_REFUSALS)[number];

/**
 * DRAFT → IN_REVIEW → SCHEDULED → SENDING → DONE. Every edit leads back to DRAFT, until sending begins. CANCELLED: by a
 * person. STOPPED: by the house, see `CAMPAIGN_STOPS`; what was queued is withdrawn.
 */
export const CAMPAIGN_STATES = [
  'DRAFT',
  'IN_REVIEW',
  'SCHEDULED',
  'SENDING',
  'DONE',
  'CANCELLED',
  'STOPPED',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/**
 * Why the house stopped one: the sender's registration is over, the text is not the approved one any more, or of a post
 * what is refused now and was not when it was agreed to.
 */
export const CAMPAIGN_STOPS = ['NO_LICENCE', 'CONTENT_CHANGED', ...POST_REFUSALS] as const;
export type CampaignStop = (typeof CAMPAIGN_STOPS)[number];

/**
 * Why a member does not get it: the first that holds, in this order. In a preview it says why somebody is left out; of
 * somebody who was included, which fact has changed since.
 */
export const CAMPAIGN_REASONS = [
  /** Not looked after by the sender (any more). */
  'NOT_IN_BOOK',
  'ACCOUNT_CLOSED',
  /** In none of the segments that are asked for (any more). */
  'NOT_IN_SEGMENT',
  /** In a segment that is left out. */
  'EXCLUDED',
  /** The sender has no registration in force (REQ-ADV-1). */
  'NO_LICENCE',
  /** A brake stands on the way, the sender, the text or a product. */
  'STOPPED',
  /** The text is withdrawn, or there is a newer version than the approved one. */
  'CONTENT_CHANGED',
  'NO_SERVICE_CONSENT',
  'NO_MARKETING_CONSENT',
  /** Does not want to be sorted into segments, and the campaign asks for segments. */
  'SWITCHED_OFF',
  /** Advice, and no advisory contract in force (REQ-ADV-2). */
  'NO_CONTRACT',
  /** A product does not suit the member; `details` has the reasons of the match. */
  'UNSUITABLE',
  /** Has read it to its end. */
  'ALREADY_READ',
  /** Is no contact of the sender's in WeCom. */
  'NO_WECOM_CONTACT',
  'QUIET_HOURS',
  'DAY_LIMIT',
  'WEEK_LIMIT',
  /** Held back, so that the effect can be measured: would have got it but for the lot. */
  'HELD_OUT',
  /** Of a post: sits in none of its groups, or is no contact of the sender's (any more). */
  'NOT_VIEWING',
  /** Of a post: it does not go out, to nobody. */
  ...POST_REFUSALS,
] as const;
export type CampaignReason = (typeof CAMPAIGN_REASONS)[number];

/**
 * What became of a member who was included in the preview. QUEUED: planned, not out yet. SENT: stands in the feed, or
 * WeCom has the task. UNKNOWN: asked, and nobody knows. FAILED: WeCom said no. DROPPED: not sent to, since a fact had
 * changed, named by the reason. WITHDRAWN: was queued when the campaign ended.
 */
export const DELIVERY_STATES = ['QUEUED', 'SENT', 'UNKNOWN', 'FAILED', 'DROPPED', 'WITHDRAWN'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** For so many days after the sending began, the day itself included, what members do counts among its results. */
export const RESULT_WINDOW_DAYS = { default: 14, most: 60 } as const;

/**
 * What members did within the window. OPENED, READ: the text, to its end. CONSULTED: had a consultation, or asked a
 * question below a text. CONVERTED: signed an advisory contract; buying is never counted, since nobody is to send for it.
 */
export const CAMPAIGN_OUTCOMES = ['OPENED', 'READ', 'CONSULTED', 'CONVERTED'] as const;
export type CampaignOutcome = (typeof CAMPAIGN_OUTCOMES)[number];

/** What the caller may do with a campaign now. */
export const CAMPAIGN_ACTS = ['EDIT', 'HAND_OVER', 'PREVIEW', 'SUBMIT', 'CANCEL', 'DECIDE'] as const;
export type CampaignAct = (typeof CAMPAIGN_ACTS)[number];
