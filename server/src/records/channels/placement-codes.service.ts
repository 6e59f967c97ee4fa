import { Injectable } from '@nestjs/common';
import type { PlacementCode } from '@siyu/shared/contracts/channels';
import { WechatApi, WechatError } from '../../foundation/wechat/index.ts';
import { Config } from '../../platform/config/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { sceneOf } from './channel-key.ts';
import { ChannelLists } from './channel-lists.service.ts';
import { codeRefused, codeUnavailable } from './channels.errors.ts';

/** Where codes and links open the app; the page has to be in the released version. */
export const HOME_PAGE = 'pages/home/index';
/** Large enough for a sheet of paper. */
const WIDTH = 860;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Pictures of codes. WeChat draws the same one for the same scene at any time, so none is kept here. */
@Injectable()
export class PlacementCodes {
  constructor(
    private readonly config: Config,
    private readonly wechat: WechatApi,
    private readonly lists: ChannelLists,
  ) {}

  /** @throws {AppError} channels.placement_not_found, channels.code_unavailable, channels.code_refused */
  async getCode(scope: Scope, placementId: string): Promise<PlacementCode> {
    const { placementKey } = await this.lists.findPlacement(scope, placementId);
    const scene = sceneOf(placementKey);
    const picture = await this.wechat
      .getUnlimitedCode({ scene, page: HOME_PAGE, width: WIDTH, checksPage: this.config.isProduction })
      .catch((error: unknown) => {
        if (!(error instanceof WechatError)) throw error;
        throw error.kind === 'refused' && !error.retryable ? codeRefused() : codeUnavailable();
      });
    const mediaType = picture.subarray(0, PNG.length).equals(PNG) ? 'image/png' : 'image/jpeg';
    return { mediaType, base64: picture.toString('base64'), scene, page: HOME_PAGE };
  }
}
