import {
  CAMPAIGN_AHEAD_DAYS,
  CAMPAIGN_AUDIENCE_MAX,
  CAMPAIGN_PRODUCTS_MAX,
} from '@siyu/shared/contracts/campaigns.limits';
import { AppError } from '../../../platform/http/index.ts';

export const campaignNotFound = () => new AppError('campaigns.not_found', 404);
/** Somebody else was faster: what was looked at is no longer what would be changed. */
export const campaignChanged = () => new AppError('campaigns.changed', 409);
export const actRefused = () => new AppError('campaigns.act_refused', 409);
export const noLicence = () => new AppError('campaigns.no_licence', 403);
export const adviserNotFound = () => new AppError('campaigns.adviser_not_found', 422);
export const contentNotFound = () => new AppError('campaigns.content_not_found', 422);
export const productNotFound = () => new AppError('campaigns.product_not_found', 422);
export const tooManyProducts = () =>
  new AppError('campaigns.too_many_products', 422, { max: CAMPAIGN_PRODUCTS_MAX });
export const segmentNotFound = () => new AppError('campaigns.segment_not_found', 422);
export const badTime = () => new AppError('campaigns.bad_time', 422, { days: CAMPAIGN_AHEAD_DAYS });
export const audienceTooLarge = () =>
  new AppError('campaigns.audience_too_large', 422, { max: CAMPAIGN_AUDIENCE_MAX });
export const nobodyIncluded = () => new AppError('campaigns.nobody_included', 422);
export const previewStale = () => new AppError('campaigns.preview_stale', 409);
export const noWecomName = () => new AppError('campaigns.no_wecom_name', 422);
export const groupNotFound = () => new AppError('campaigns.group_not_found', 422);
/** Whom a post reaches nobody chooses; what goes to members one by one goes to no group. */
export const badAudience = () => new AppError('campaigns.bad_audience', 422);
export const noGroups = () => new AppError('campaigns.no_groups', 422);
export const wecomAway = () => new AppError('campaigns.wecom_away', 503);
