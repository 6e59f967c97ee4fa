import { Injectable } from '@nestjs/common';
import type { CreateChannelAccount } from '@siyu/shared/contracts/channels';
import { ChannelDesk, ChannelLists } from '../records/channels/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';

interface DemoAccount extends Pick<CreateChannelAccount, 'owner' | 'platform' | 'name' | 'handle'> {
  /** Index in `demoBranches`, or a login name. */
  readonly of: number | string | null;
  readonly placements: readonly string[];
}

const ACCOUNTS: readonly DemoAccount[] = [
  {
    owner: 'FIRM',
    platform: 'OFFICIAL_ACCOUNT',
    name: '思语投教服务号',
    handle: 'siyu-learning',
    of: null,
    placements: ['菜单「学一课」', '文章《第一次买基金》'],
  },
  {
    owner: 'FIRM',
    platform: 'CHANNELS',
    name: '思语视频号',
    handle: '思语投教',
    of: null,
    placements: ['直播片尾'],
  },
  {
    owner: 'BRANCH',
    platform: 'HALL',
    name: '天河营业厅',
    handle: '天河路厅',
    of: 0,
    placements: ['门口海报', '柜台折页'],
  },
  {
    owner: 'BRANCH',
    platform: 'HALL',
    name: '浦东营业厅',
    handle: '陆家嘴厅',
    of: 1,
    placements: ['门口海报'],
  },
  {
    owner: 'EMPLOYEE',
    platform: 'WECOM',
    name: '沈知行的名片',
    handle: 'shen-zhixing',
    of: 'adviser1',
    placements: ['名片背面'],
  },
];

/** The accounts and placements of the demo firm, made as staff make them. */
@Injectable()
export class DemoChannels {
  constructor(
    private readonly organisation: DemoOrganisation,
    private readonly desk: ChannelDesk,
    private readonly lists: ChannelLists,
  ) {}

  /** Done again it changes nothing: each act carries a key of its own. */
  async load(): Promise<void> {
    const operator = await this.organisation.principalOf('operator');
    const branchIds = await this.organisation.branchIds();
    const staff = await this.organisation.staffByLogin();
    for (const [index, { of, placements, ...account }] of ACCOUNTS.entries()) {
      const branchId = typeof of === 'number' ? (branchIds[of] ?? null) : null;
      const staffId = typeof of === 'string' ? (staff.get(of)?.staffId ?? null) : null;
      const wanted = { ...account, branchId, staffId };
      const accountId = await this.desk.createAccount(operator, wanted, `demo-account-${index}`);
      for (const [at, name] of placements.entries())
        await this.desk.createPlacement(operator, accountId, { name }, `demo-placement-${index}-${at}`);
    }
  }

  /** By account and name, so that a load that goes on gives the same member the same one. */
  async placementIds(): Promise<readonly string[]> {
    const { scope } = await this.organisation.principalOf('operator');
    const { rows } = await this.lists.listAccounts(scope, { limit: 50, days: 30 });
    const accounts = [...rows].sort((one, other) => (one.handle < other.handle ? -1 : 1));
    const ids: string[] = [];
    for (const { accountId } of accounts) {
      const { placements } = await this.lists.getAccount(scope, accountId, 30);
      const byName = [...placements].sort((one, other) => (one.name < other.name ? -1 : 1));
      ids.push(...byName.map(({ placementId }) => placementId));
    }
    return ids;
  }
}
