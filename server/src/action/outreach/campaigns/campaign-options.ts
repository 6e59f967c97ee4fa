import { Injectable } from '@nestjs/common';
import type { CampaignOptions as Options } from '@siyu/shared/contracts/campaigns';
import { CAMPAIGN_OPTIONS_SHOWN } from '@siyu/shared/contracts/campaigns.limits';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { SegmentAudiences } from '../../../insight/segments/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { GroupViewers } from '../../../records/communities/index.ts';
import { ProductShelf } from '../../../records/products/index.ts';
import { SentContents } from '../../../services/content/index.ts';
import { CampaignShelf } from './campaign-shelf.ts';

const PRODUCTS_SHOWN = 50;

/** What there is to choose from for whoever writes a campaign. */
@Injectable()
export class CampaignOptions {
  constructor(
    private readonly directory: StaffDirectory,
    private readonly segments: SegmentAudiences,
    private readonly contents: SentContents,
    private readonly products: ProductShelf,
    private readonly groups: GroupViewers,
    private readonly shelf: CampaignShelf,
  ) {}

  async list(caller: Principal, search: string): Promise<Options> {
    const [contents, segments, products, serving, maySend] = await Promise.all([
      this.contents.search(search, CAMPAIGN_OPTIONS_SHOWN),
      this.segments.list(),
      this.products.listOnSale(null, PRODUCTS_SHOWN),
      this.directory.listServingStaff(),
      this.shelf.isLicensed(caller.id),
    ]);
    const own = serving.find(({ staffId }) => staffId === caller.id);
    const groups = await this.groups.ownedBy(own?.wecomUserId ?? null);
    const branchId = own?.branchId;
    return {
      contents: contents.map(({ contentId, kind, label, title }) => ({ contentId, kind, label, title })),
      segments: [...segments.values()].map(({ key, name }) => ({ key, name })),
      products: products.map(({ productId, code, name }) => ({ productId, code, name })),
      advisers: serving
        .filter((one) => one.isRegistered && one.roles.includes('adviser') && one.branchId === branchId)
        .map(({ staffId, name, registrationNo }) => ({
          staffId,
          name,
          registrationNo: registrationNo ?? '',
        })),
      groups: groups.map(({ groupId, name, memberCount }) => ({ groupId, name, memberCount })),
      maySend,
    };
  }
}
